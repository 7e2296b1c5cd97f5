import { isInForce, type Recusal } from '../committee/committee.ts'
import type { Room } from './room.ts'
import type { AgendaItem } from './session.ts'

/** The recusals in force on an item, by member id. A free point has none. */
export const recusalsOn = (
  item: Pick<AgendaItem, 'candidatureId'>,
  room: Pick<Room, 'recusals'>,
): readonly Recusal[] =>
  room.recusals
    .filter((recusal) => recusal.candidatureId === item.candidatureId && isInForce(recusal))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
