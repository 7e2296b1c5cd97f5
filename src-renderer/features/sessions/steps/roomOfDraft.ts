import type { InstanceType } from '#shared/domain/committee/committee.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import type { DraftRoom } from './voteDraft.ts'

/** What a draft is judged against: the instance, the chair, those who vote, the parts of the money. */
export const roomOfDraft = (
  view: Pick<SessionView, 'committee' | 'session' | 'balances'>,
  voterIds: readonly string[],
): DraftRoom & { readonly type: InstanceType } => ({
  type: view.committee.instanceType,
  chairId: view.session.chairId,
  voterIds,
  envelopes: view.balances.filter(({ kind }) => kind === 'envelope'),
})
