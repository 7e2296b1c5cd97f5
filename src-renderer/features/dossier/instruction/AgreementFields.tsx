import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Dossier.module.css'
import { ClauseFields } from './ClauseFields.tsx'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

/** What the agreement will say, and whether one is owed. */
export function AgreementFields({
  view: { instruction, agreement: need },
  changes: { changeAgreement: change },
}: {
  view: InstructionView
  changes: InstructionChanges
}) {
  const { agreement } = instruction
  return (
    <section className={style.section}>
      <h2>{words.agreement}</h2>
      <p className={style.hint}>{need.sentence}</p>
      <TextField
        label={words.authorisation}
        value={agreement.authorisation}
        onCommit={(authorisation) => change({ authorisation: authorisation.trim() })}
      />
      <TextField
        label={words.iban}
        value={agreement.iban}
        onCommit={(iban) => change({ iban: iban.replace(/\s/gu, '').toUpperCase() })}
      />
      <div className={style.row}>
        <DateField
          label={words.startsOn}
          value={agreement.startsOn}
          onCommit={(startsOn) => change({ startsOn })}
        />
        <DateField label={words.endsOn} value={agreement.endsOn} onCommit={(endsOn) => change({ endsOn })} />
      </div>
      <ClauseFields
        candidatureId={instruction.candidatureId}
        chosen={agreement.clauses}
        onChoose={(clauses) => change({ clauses })}
      />
    </section>
  )
}
