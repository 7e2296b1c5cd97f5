import type { InstanceType } from '#shared/domain/committee/committee.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import {
  countsOf,
  countTotal,
  type DraftRoom,
  departureOfDraft,
  type ItemDraft,
  outcomeOfDraft,
} from './voteDraft.ts'

/** [UI23] Whether what is keyed may be recorded: an opinion, figures that are those of the voters, the reasons asked for. */
export function isDraftReady(
  draft: ItemDraft,
  item: Pick<SessionItemView, 'kind' | 'heldAgainst'>,
  room: DraftRoom & { readonly type: InstanceType },
): boolean {
  if (draft.opinion === null) return false
  if (departureOfDraft(draft, item) !== null && draft.departure.trim() === '') return false
  if (draft.method === 'none' || draft.opinion === 'deferred') return true
  if (countTotal(countsOf(draft, room.voterIds)) !== room.voterIds.length) return false
  return !(outcomeOfDraft(draft, room)?.literalReadingRefuses && draft.literalAccepted === null)
}
