import { type ImplicitRejection, implicitRejection } from '../../instruction/implicitRejection.ts'
import type { PieceRequest } from '../../instruction/instruction.ts'
import { isPrivate } from '../../instruction/legalStatus.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { standingOf } from './standingOf.ts'

/** When silence refuses this request; null for a public body (CRPA L100-3), or when its receipt is not known. */
export function silenceOf(facts: DossierFacts): ImplicitRejection | null {
  const { receivedOn, pieceRequests } = facts.instruction
  if (receivedOn === null || isPrivate(standingOf(facts)) !== true) return null
  return implicitRejection(receivedOn, pieceRequests)
}

/** The last request of missing pieces that nothing answered; null when none is awaited. */
export const pendingRequest = ({ instruction }: DossierFacts): PieceRequest | null =>
  instruction.pieceRequests.findLast(({ receivedOn }) => receivedOn === null) ?? null
