import type { Cents } from '#shared/kernel/cents.ts'
import type { Applicant } from '../dossier/dossier.ts'
import { agreementNeed } from './agreementNeed.ts'
import { implicitRejectionView } from './implicitRejectionView.ts'
import type { Instruction } from './instruction.ts'
import type { InstructionView } from './instructionView.ts'
import { legalStatus } from './legalStatus.ts'
import type { Financing } from './ownShare.ts'
import { reminders } from './reminders.ts'

export interface InstructionSeen {
  readonly instruction: Instruction
  readonly applicant: Pick<Applicant, 'kind' | 'siret' | 'siren' | 'population'>
  readonly fiscalYear: number
  /** What was given; before, what is proposed or asked; null when unknown. */
  readonly amountCents: Cents | null
  /** ISO date of the act, else of today. */
  readonly date: string
  readonly financing: Financing | null
}

/** The instruction of a candidature with what the law makes of it. */
export function viewInstruction({
  instruction,
  applicant,
  fiscalYear,
  amountCents,
  date,
  financing,
}: InstructionSeen): InstructionView {
  const status = legalStatus({
    kind: applicant.kind,
    identifier: applicant.siret ?? applicant.siren ?? '',
    population: applicant.population,
    isNaturalPerson: instruction.correspondent.isNaturalPerson,
  })
  return {
    instruction,
    implicitRejection: implicitRejectionView(status, instruction),
    agreement: agreementNeed({ status, amountCents, date }),
    reminders: reminders({
      status,
      kind: applicant.kind,
      nature: instruction.award.nature,
      fiscalYear,
      amountCents,
      date,
      financing,
    }),
  }
}
