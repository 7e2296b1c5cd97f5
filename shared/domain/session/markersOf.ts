import type { Member } from '../committee/committee.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import { compareFrench } from '../documents/compareFrench.ts'
import { recusalsOn } from './recusalsOn.ts'
import type { Room } from './room.ts'
import type { AgendaItem } from './session.ts'

/**
 * [SC12] Who may mark a point, in the order of names: the deliberative voices that sit, and whoever else began a sheet
 * on it. Whoever is recused on it is not there at all.
 */
export function markersOf(
  item: Pick<AgendaItem, 'candidatureId'>,
  room: Pick<Room, 'members' | 'recusals'>,
  begunIds: ReadonlySet<string>,
): readonly Member[] {
  const voices = deliberativeIds(room.members)
  const recused = new Set(recusalsOn(item, room).map(({ memberId }) => memberId))
  return room.members
    .filter(({ id }) => (voices.has(id) || begunIds.has(id)) && !recused.has(id))
    .sort((a, b) => compareFrench(a.lastName, b.lastName) || compareFrench(a.firstName, b.firstName))
}
