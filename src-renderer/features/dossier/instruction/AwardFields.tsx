import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { AwardTermsFields } from '../../../forms/AwardTermsFields.tsx'
import style from '../Dossier.module.css'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

/** What the act and the letter of award will say of this candidature; what is left empty, the call says. */
export function AwardFields({
  award,
  changes,
}: {
  award: Instruction['award']
  changes: InstructionChanges
}) {
  return (
    <section className={style.section}>
      <h2>{words.award}</h2>
      <p className={style.hint}>{words.awardHint}</p>
      <AwardTermsFields terms={award} onChange={changes.changeAward} hasBase />
    </section>
  )
}
