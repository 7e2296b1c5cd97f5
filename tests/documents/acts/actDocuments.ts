import { agreement } from '#shared/domain/documents/dossier/agreement.ts'
import { awardOrder } from '#shared/domain/documents/dossier/awardOrder.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { closingLeaf } from '#shared/domain/documents/follow-up/closingLeaf.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import { resolution } from '#shared/domain/documents/follow-up/resolution.ts'
import type { Result } from '#shared/kernel/result.ts'
import {
  associationFacts,
  commissionFollowUp,
  councilFollowUp,
  making,
  prefectureFacts,
} from '../fixtures/acts.ts'

/** One of each act, by the name of its golden file. */
export const acts: Readonly<Record<string, () => Result<DocumentDraft>>> = {
  'resolution-of-council': () => resolution(councilFollowUp, making),
  'resolution-draft': () => resolution(commissionFollowUp, making),
  'closing-leaf-of-council': () => closingLeaf(councilFollowUp, making),
  'examined-list-of-council': () => examinedList(councilFollowUp, making),
  'examined-list-of-commission': () => examinedList(commissionFollowUp, making),
  'award-order-of-prefecture': () => awardOrder(prefectureFacts, making),
  'agreement-with-association': () => agreement(associationFacts, making),
}

export const draftOf = (made: Result<DocumentDraft>): DocumentDraft => {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

/** The French names of what is missing, or the reason of a refusal. */
export const refusalOf = (made: Result<DocumentDraft>): readonly string[] => {
  if (made.ok) return []
  const { items, reason } = made.refusal.details
  return Array.isArray(items) ? items : [`${made.refusal.code}: ${String(reason)}`]
}
