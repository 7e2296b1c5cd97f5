import { recusalId } from '#shared/domain/committee/committee.ts'
import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { Room } from '#shared/domain/session/room.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { WrittenOutcome } from '#shared/operations/operation.ts'
import type { Act } from './act.ts'
import { type Cast, committeeId } from './cast.ts'
import type { View } from './view.ts'

/**
 * What the screen of the secretary would send: the room as this laptop sees it, everybody who may vote voting one way. It is
 * sent with or without quorum, on a room that may have changed: the authority must count again.
 */
export function decidedOutcome(
  act: Extract<Act, { kind: 'decide' }>,
  candidatureId: string,
  session: Session,
  cast: Cast,
  view: View,
): WrittenOutcome {
  const room = roomSeen(candidatureId, cast, view)
  const present = presentIds(session)
  const recusedIds = room.recusals
    .filter(({ status }) => status !== 'set-aside')
    .map(({ memberId }) => memberId)
  const voters = voterIds({ ...room, presentIds: present, recusedIds, proxies: session.proxies }).ids.length
  const at = hour(act.minute)
  return {
    opinion: act.favourable ? 'favourable' : 'unfavourable',
    amountCents: act.favourable ? cents(100_000) : null,
    conditions: '',
    departure: 'choix de la commission',
    rationale: act.favourable
      ? { legal: '', factual: '' }
      : { legal: 'article 4 du règlement', factual: 'projet trop peu mûr' },
    vote: {
      method: 'show-of-hands',
      for: act.favourable ? voters : 0,
      against: act.favourable ? 0 : voters,
      abstention: 0,
      notTakingPart: 0,
      named: null,
      castingVote: false,
      adopted: act.favourable,
      disagreements: [],
    },
    quorum: itemQuorum(session, room, candidatureId),
    presentIds: present,
    recused: recusedIds
      .filter((memberId) => present.includes(memberId))
      .map((memberId) => ({ memberId, leftAt: at, returnedAt: at, counting: 'numerator' as const })),
    proxies: [],
    decidedAt: at,
  }
}

/** "HH:MM" of a minute of the meeting, from 14:00. */
export const hour = (minute: number): string =>
  `${String(14 + Math.floor((minute % 360) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function roomSeen(candidatureId: string, cast: Cast, view: View): Room {
  const ids = cast.people.flatMap(({ memberId }) => memberId ?? [])
  const committee = view.get('committee', committeeId)
  return {
    instanceType: committee?.instanceType ?? 'jury_ad_hoc',
    proxiesPerHolder: committee?.proxiesPerHolder ?? 1,
    members: ids.flatMap((id) => view.get('member', id) ?? []),
    recusals: ids.flatMap((id) => view.get('recusal', recusalId(candidatureId, id)) ?? []),
  }
}
