import type { InstanceType } from '#shared/domain/committee/committee.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import {
  asksChairBallot,
  countsOf,
  countTotal,
  type DraftRoom,
  departureOfDraft,
  type ItemDraft,
  isByName,
  outcomeOfDraft,
} from './voteDraft.ts'

export type MissingInDraft =
  | 'opinion'
  | 'departure'
  | 'ballots'
  | 'counts'
  | 'chair-ballot'
  | 'literal-reading'

/**
 * [UI23] What prevents recording what is keyed, the first in the order of the screen: an opinion, the reason of a departure,
 * the ballot of each voter called by name, figures that are those of the voters, how the chair voted when they are equal, what the chair holds of a literal reading. Null: it may be recorded.
 */
export function missingInDraft(
  draft: ItemDraft,
  item: Pick<SessionItemView, 'kind' | 'heldAgainst'>,
  room: DraftRoom & { readonly type: InstanceType },
): MissingInDraft | null {
  if (draft.opinion === null) return 'opinion'
  if (departureOfDraft(draft, item) !== null && draft.departure.trim() === '') return 'departure'
  if (draft.method === 'none' || draft.opinion === 'deferred') return null
  if (countTotal(countsOf(draft, room.voterIds)) !== room.voterIds.length)
    return isByName(draft) ? 'ballots' : 'counts'
  if (asksChairBallot(draft, room) && draft.chairBallot === null) return 'chair-ballot'
  const { literalReadingRefuses = false } = outcomeOfDraft(draft, room) ?? {}
  return literalReadingRefuses && draft.literalAccepted === null ? 'literal-reading' : null
}
