import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Dossier.module.css'
import { linesOf } from './linesOf.ts'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

/** What the act and the letter of award will say beside the amount. */
export function AwardFields({
  award,
  changes: { changeAward },
}: {
  award: Instruction['award']
  changes: InstructionChanges
}) {
  return (
    <section className={style.section}>
      <h2>{words.award}</h2>
      <Segments
        label={words.nature}
        value={award.nature ?? 'unknown'}
        options={(['operating', 'investment', 'unknown'] as const).map((value) => ({
          value,
          label: words.natures[value],
        }))}
        onChange={(nature) => changeAward({ nature: nature === 'unknown' ? null : nature })}
      />
      <TextField
        label={words.payment}
        description={words.paymentHint}
        value={award.payment}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(payment) => changeAward({ payment: payment.trim() })}
      />
      <TextField
        label={words.piecesToReturn}
        description={words.onePerLine}
        value={award.piecesToReturn.join('\n')}
        multiline
        rows={2}
        onCommit={(text) => changeAward({ piecesToReturn: linesOf(text) })}
      />
      <TextField
        label={words.obligations}
        description={words.obligationsHint}
        value={award.obligations.join('\n')}
        multiline
        rows={2}
        onCommit={(text) => changeAward({ obligations: linesOf(text) })}
      />
      <div className={style.row}>
        <DateField
          label={words.lapsesOn}
          value={award.lapsesOn}
          onCommit={(lapsesOn) => changeAward({ lapsesOn })}
        />
        <TextField
          label={words.budgetLine}
          value={award.budgetLine}
          onCommit={(budgetLine) => changeAward({ budgetLine: budgetLine.trim() })}
        />
      </div>
      <h3>{words.reduction}</h3>
      <p className={style.hint}>{words.reductionHint}</p>
      <TextField
        label={words.legal}
        value={award.reduction.legal}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(legal) => changeAward({ reduction: { ...award.reduction, legal: legal.trim() } })}
      />
      <TextField
        label={words.factual}
        value={award.reduction.factual}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(factual) => changeAward({ reduction: { ...award.reduction, factual: factual.trim() } })}
      />
    </section>
  )
}
