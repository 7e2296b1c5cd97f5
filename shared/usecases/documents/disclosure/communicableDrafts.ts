import { communicableFacts } from '#shared/domain/documents/disclosure/communicableFacts.ts'
import { communicableModel } from '#shared/domain/documents/disclosure/communicableModel.ts'
import { disclosureLog } from '#shared/domain/documents/disclosure/disclosureLog.ts'
import { disclosureMasks } from '#shared/domain/documents/disclosure/disclosureMasks.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { followUpFields } from '#shared/domain/documents/follow-up/followUpFields.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Digest } from '../../ports.ts'
import { drawAct, standingOf } from '../actModel.ts'
import type { DraftSources } from '../draftSources.ts'
import { knownPersons } from './knownPersons.ts'

/** Acts of a closed session that have a communicable reading. */
export const communicableActs = ['minutes', 'decision-record', 'ranking'] as const
export type CommunicableAct = (typeof communicableActs)[number]

export interface CommunicableDrafts {
  draft(document: CommunicableAct): Result<DocumentDraft>
  /** The list of the masks, for who answers for them. `madeAt`: local date and hour. */
  log(madeAt: string): DocumentDraft
}

/**
 * [DX4] The communicable reading of a closed session, but for the masks that a human lifted (`shown`, by id). Refusals:
 * those of `frozenFacts`, `input.invalid` for a mask that is not proposed: what was reviewed is not what would leave.
 */
export function communicableDrafts(
  sources: DraftSources,
  digest: Digest,
  { sessionId, shown }: { readonly sessionId: string; readonly shown: readonly string[] },
): Result<CommunicableDrafts> {
  const followUp = sources.followUp(sessionId)
  if (!followUp.ok) return followUp
  const { session: full } = followUp.value
  const masks = disclosureMasks(full, knownPersons(sources.reader, sessionId))
  if (shown.some((id) => !masks.some((mask) => mask.id === id)))
    return refuse('input.invalid', {
      reason: 'la liste des mentions à occulter a changé depuis qu’elle a été relue',
    })
  const facts = communicableFacts(full, masks, shown)
  const factsDigest = digest.sha256Hex(canonicalJson(facts as unknown as Json))
  const standing = standingOf(sources.reader, sessionId)
  const maskCount = masks.filter(({ id }) => !shown.includes(id)).length
  return ok({
    draft: (document) => {
      const model = drawAct(document, { facts, factsDigest }, standing)
      return model.ok
        ? ok({
            model: communicableModel(model.value, maskCount),
            fields: followUpFields({ ...followUp.value, session: facts }),
          })
        : model
    },
    log: (madeAt) => {
      const made = canonicalJson({ masks, shown, session: followUp.value.sessionDigest } as unknown as Json)
      return {
        model: disclosureLog(full, masks, shown, { digest: digest.sha256Hex(made), madeAt }),
        fields: followUpFields(followUp.value),
      }
    },
  })
}
