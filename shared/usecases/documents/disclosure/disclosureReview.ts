import type { DisclosureReview } from '#shared/domain/documents/documentBoard.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../../ports.ts'
import { frozenFacts } from '../frozenFacts.ts'
import { sessionMasks } from './sessionMasks.ts'

/**
 * [DX1] What the communicable reading of a closed session and of its rectifying acts would mask, for a human to confirm.
 * Refusals: those of `frozenFacts` and of `frozenRectifications`.
 */
export function disclosureReview(
  reader: Reader,
  { sessionId }: { readonly sessionId: string },
): Result<DisclosureReview> {
  const frozen = frozenFacts(reader, sessionId)
  if (!frozen.ok) return frozen
  const found = sessionMasks(reader, sessionId, frozen.value.facts)
  return found.ok ? ok({ masks: found.value.masks }) : found
}
