import { type ClauseChoice, clauseChoices } from '#shared/domain/documents/dossier/clauseChoices.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { draftSources } from '../documents/draftSources.ts'
import type { Reader } from '../ports.ts'

/** [AG2] The clauses of the agreement of a candidature, for the service to choose. Refuses `entity.missing`, `file.damaged`. */
export function clausesOfAgreement(
  reader: Reader,
  { candidatureId, on }: { readonly candidatureId: string; readonly on: string },
): Result<readonly ClauseChoice[]> {
  const facts = draftSources(reader).dossier({ candidatureId, sessionId: null, madeOn: on })
  return facts.ok ? ok(clauseChoices(facts.value)) : facts
}
