import { communicableFacts } from '#shared/domain/documents/disclosure/communicableFacts.ts'
import { communicableModel } from '#shared/domain/documents/disclosure/communicableModel.ts'
import { contactsLeft } from '#shared/domain/documents/disclosure/contactsIn.ts'
import { disclosureLog } from '#shared/domain/documents/disclosure/disclosureLog.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { followUpFields } from '#shared/domain/documents/follow-up/followUpFields.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { rectification } from '#shared/domain/documents/rectification.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Digest } from '../../ports.ts'
import { drawAct, standingOf } from '../actModel.ts'
import type { DraftSources } from '../draftSources.ts'
import { sessionMasks } from './sessionMasks.ts'

/** Acts of a closed session that have a communicable reading. */
export const communicableActs = ['minutes', 'decision-record', 'ranking', 'rectification'] as const
export type CommunicableAct = (typeof communicableActs)[number]

export interface CommunicableDrafts {
  draft(document: CommunicableAct): Result<DocumentDraft>
  /** The list of the masks, for who answers for them. `madeAt`: local date and hour. */
  log(madeAt: string): DocumentDraft
}

/**
 * [DX4] The communicable reading of a closed session, but for the masks that a human lifted (`shown`, by id). Refusals:
 * those of `frozenFacts` and of `frozenRectifications`, `input.invalid` for a mask that is not proposed: what was reviewed
 * is not what would leave. Refusals of a draft: those of the document, `disclosure.contact-left` [DX8].
 */
export function communicableDrafts(
  sources: DraftSources,
  digest: Digest,
  { sessionId, shown }: { readonly sessionId: string; readonly shown: readonly string[] },
): Result<CommunicableDrafts> {
  const followUp = sources.followUp(sessionId)
  if (!followUp.ok) return followUp
  const { session: full } = followUp.value
  const found = sessionMasks(sources.reader, sessionId, full)
  if (!found.ok) return found
  const { masks, rectifications } = found.value
  if (shown.some((id) => !masks.some((mask) => mask.id === id)))
    return refuse('input.invalid', {
      reason: 'la liste des mentions à occulter a changé depuis qu’elle a été relue',
    })
  const facts = communicableFacts(full, masks, shown)
  const acts = communicableFacts({ rectifications }, masks, shown).rectifications
  const digestOf = (value: unknown): string => digest.sha256Hex(canonicalJson(value as Json))
  const standing = standingOf(sources.reader, sessionId)
  const hidden = masks.filter(({ id }) => !shown.includes(id))
  const lifted = masks.filter(({ id }) => shown.includes(id)).map(({ text }) => text)
  const drawn = (document: CommunicableAct): Result<DocumentModel> =>
    document === 'rectification'
      ? rectification(acts.map((act) => ({ facts: act, digest: digestOf(act) })))
      : drawAct(document, { facts, factsDigest: digestOf(facts) }, standing)
  return ok({
    draft: (document) => {
      const model = drawn(document)
      if (!model.ok) return model
      const maskCount = hidden.filter(({ id }) => isOfAct(id) === (document === 'rectification')).length
      const copy = communicableModel(model.value, maskCount)
      const items = contactsLeft(plainText(copy), lifted)
      return items.length === 0
        ? ok({ model: copy, fields: followUpFields({ ...followUp.value, session: facts }) })
        : refuse('disclosure.contact-left', { items })
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

/** A mask of a rectifying act, not of the session itself. */
const isOfAct = (id: string): boolean => id.startsWith('rectifications.')
