import { counted, frenchDate } from '../documents/typography.ts'
import { implicitRejection } from './implicitRejection.ts'
import type { Instruction } from './instruction.ts'
import type { InstructionView } from './instructionView.ts'
import { isPrivate, type LegalStatus } from './legalStatus.ts'

/** [IN2] What the screen says of silence; null for a public body, for an unknown applicant, or without a date of receipt. */
export function implicitRejectionView(
  status: LegalStatus,
  { receivedOn, pieceRequests }: Pick<Instruction, 'receivedOn' | 'pieceRequests'>,
): InstructionView['implicitRejection'] {
  if (receivedOn === null || isPrivate(status) !== true) return null
  const { on, atLatest, suspendedDays } = implicitRejection(receivedOn, pieceRequests)
  const suspension =
    suspendedDays === 0 ? '' : `, après ${counted(suspendedDays, 'jour', 'jours')} de suspension`
  return {
    on,
    suspendedDays,
    sentence:
      on === null
        ? `Le délai est suspendu dans l’attente des pièces demandées. Si elles n’arrivent pas, le silence vaudra rejet le ${frenchDate(atLatest)} (CRPA, articles L231-4 et L114-5).`
        : `Sans réponse, le silence vaudra rejet le ${frenchDate(on)}${suspension} (CRPA, articles L231-4 et L114-5).`,
  }
}
