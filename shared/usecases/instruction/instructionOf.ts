import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { viewInstruction } from '#shared/domain/instruction/viewInstruction.ts'
import { effectiveOutcome } from '#shared/domain/session/effectiveOutcome.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { lastExamining } from '../documents/draftSources.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'

/**
 * What the service did with a candidature, with what the law makes of it on this day (`on`, ISO date): of what was given,
 * else of what the service proposes, else of what is asked. Nothing is known of its funding plan, hence nothing is said of
 * its own share. Refusal: `entity.missing`.
 */
export function instructionOf(
  reader: Reader,
  { candidatureId, on }: { readonly candidatureId: string; readonly on: string },
): Result<InstructionView> {
  const candidature = loadOrRefuse(reader, 'candidature', candidatureId)
  if (!candidature.ok) return candidature
  const dossier = loadOrRefuse(reader, 'dossier', candidature.value.dossierId)
  if (!dossier.ok) return dossier
  const call = loadOrRefuse(reader, 'call', candidature.value.callId)
  if (!call.ok) return call
  const instruction = reader.load('instruction', candidatureId)?.state ?? blankInstruction(candidatureId)
  const session = lastExamining(reader, candidatureId)
  const item = session?.agenda.findLast(
    (one) => one.candidatureId === candidatureId && one.kind === 'candidature',
  )
  const outcome = session === null || item === undefined ? null : effectiveOutcome(session, item.id)
  return ok(
    viewInstruction({
      instruction,
      applicant: dossier.value.applicant,
      fiscalYear: call.value.fiscalYear,
      amountCents:
        outcome === null
          ? (instruction.proposal?.amountCents ?? candidature.value.requestedCents)
          : outcome.amountCents,
      date: session?.act?.date ?? on,
      financing: null,
    }),
  )
}
