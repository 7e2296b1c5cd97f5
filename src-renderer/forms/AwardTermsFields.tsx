import type { AwardTerms } from '#shared/domain/instruction/instruction.ts'
import { cents as toCents } from '#shared/kernel/cents.ts'
import { AmountField } from '../ui/AmountField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TextField } from '../ui/TextField.tsx'
import style from './AwardTermsFields.module.css'
import { words } from './awardTermsWords.ts'
import { linesOf } from './linesOf.ts'

/** What an act of award says beside the amount, for a whole call or for one candidature. Each field saves itself. */
export function AwardTermsFields({
  terms,
  onChange,
  hasBase = false,
}: {
  terms: AwardTerms
  onChange: (set: Partial<AwardTerms>) => void
  /** Of one candidature: the base that the act holds, when the session did not know it. */
  hasBase?: boolean
}) {
  const { reduction } = terms
  return (
    <div className={style.fields}>
      <Segments
        label={words.nature}
        value={terms.nature ?? 'unknown'}
        options={(['operating', 'investment', 'unknown'] as const).map((value) => ({
          value,
          label: words.natures[value],
        }))}
        onChange={(nature) => onChange({ nature: nature === 'unknown' ? null : nature })}
      />
      {hasBase ? (
        <div className={style.row}>
          <AmountField
            label={words.base}
            description={words.baseHint}
            cents={terms.eligibleBaseCents}
            onCommit={(eligibleBaseCents) =>
              onChange({ eligibleBaseCents: eligibleBaseCents === null ? null : toCents(eligibleBaseCents) })
            }
          />
          <Segments
            label={words.taxBasis}
            value={terms.taxBasis ?? 'unknown'}
            options={(['HT', 'TTC', 'unknown'] as const).map((value) => ({
              value,
              label: value === 'unknown' ? words.natures.unknown : value,
            }))}
            onChange={(taxBasis) => onChange({ taxBasis: taxBasis === 'unknown' ? null : taxBasis })}
          />
        </div>
      ) : null}
      <TextField
        label={words.payment}
        description={words.paymentHint}
        value={terms.payment}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(payment) => onChange({ payment: payment.trim() })}
      />
      <TextField
        label={words.piecesToReturn}
        description={words.onePerLine}
        value={terms.piecesToReturn.join('\n')}
        multiline
        rows={2}
        onCommit={(text) => onChange({ piecesToReturn: linesOf(text) })}
      />
      <TextField
        label={words.obligations}
        description={words.obligationsHint}
        value={terms.obligations.join('\n')}
        multiline
        rows={2}
        onCommit={(text) => onChange({ obligations: linesOf(text) })}
      />
      <div className={style.row}>
        <DateField
          label={words.lapsesOn}
          value={terms.lapsesOn}
          onCommit={(lapsesOn) => onChange({ lapsesOn })}
        />
        <TextField
          label={words.budgetLine}
          value={terms.budgetLine}
          onCommit={(budgetLine) => onChange({ budgetLine: budgetLine.trim() })}
        />
      </div>
      <h3>{words.reduction}</h3>
      <p className={style.hint}>{words.reductionHint}</p>
      <TextField
        label={words.legal}
        value={reduction.legal}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(legal) => onChange({ reduction: { ...reduction, legal: legal.trim() } })}
      />
      <TextField
        label={words.factual}
        value={reduction.factual}
        multiline
        rows={2}
        maxLength={5000}
        onCommit={(factual) => onChange({ reduction: { ...reduction, factual: factual.trim() } })}
      />
    </div>
  )
}
