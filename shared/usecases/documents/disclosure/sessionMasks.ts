import { disclosureMasks } from '#shared/domain/documents/disclosure/disclosureMasks.ts'
import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import type { RectificationFacts } from '#shared/domain/session/rectificationFacts.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../../ports.ts'
import { frozenRectifications } from '../frozenRectifications.ts'
import { knownPersons } from './knownPersons.ts'

/** [DX1] The masks of a closed session, rectifying acts included. Refusals: those of `frozenRectifications`. */
export function sessionMasks(
  reader: Reader,
  sessionId: string,
  facts: SessionFacts,
): Result<{ masks: readonly DisclosureMask[]; rectifications: readonly RectificationFacts[] }> {
  const acts = frozenRectifications(reader, sessionId, null)
  if (!acts.ok) return acts
  const rectifications = acts.value.map((act) => act.facts)
  return ok({
    masks: disclosureMasks(facts, knownPersons(reader, sessionId), rectifications),
    rectifications,
  })
}
