import { disclosureMasks } from '#shared/domain/documents/disclosure/disclosureMasks.ts'
import type { DisclosureReview } from '#shared/domain/documents/documentBoard.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../../ports.ts'
import { frozenFacts } from '../frozenFacts.ts'
import { knownPersons } from './knownPersons.ts'

/**
 * [DX1] What the communicable reading of a closed session would mask, for a human to confirm. Refusals: those of
 * `frozenFacts`.
 */
export function disclosureReview(
  reader: Reader,
  { sessionId }: { readonly sessionId: string },
): Result<DisclosureReview> {
  const frozen = frozenFacts(reader, sessionId)
  return frozen.ok
    ? ok({ masks: disclosureMasks(frozen.value.facts, knownPersons(reader, sessionId)) })
    : frozen
}
