import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { viewInstruction } from '#shared/domain/instruction/viewInstruction.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { amountOf } from '../documents/agreementNeedOf.ts'
import { draftSources } from '../documents/draftSources.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader } from '../ports.ts'

/**
 * What the service did with a candidature, with what the law makes of it on this day (`on`, ISO date). Nothing is known of
 * its funding plan: nothing is said of its own share. Refusals: `entity.missing`, `file.damaged`.
 */
export function instructionOf(
  reader: Reader,
  { candidatureId, on }: { readonly candidatureId: string; readonly on: string },
): Result<InstructionView> {
  const facts = draftSources(reader).dossier({ candidatureId, sessionId: null, madeOn: on })
  if (!facts.ok) return facts
  const candidature = loadOrRefuse(reader, 'candidature', candidatureId)
  if (!candidature.ok) return candidature
  const dossier = loadOrRefuse(reader, 'dossier', candidature.value.dossierId)
  if (!dossier.ok) return dossier
  return ok(
    viewInstruction({
      instruction: reader.load('instruction', candidatureId)?.state ?? blankInstruction(candidatureId),
      applicant: dossier.value.applicant,
      fiscalYear: facts.value.call.fiscalYear,
      amountCents: amountOf(facts.value),
      date: facts.value.act?.date ?? on,
      financing: null,
    }),
  )
}
