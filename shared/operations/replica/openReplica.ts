import type { RowStore } from '../authority/memoryRows.ts'
import type { RowChange } from '../authority/rows.ts'

/** The first rows of the copy of a device that was just enrolled, following one authority. */
export const openReplica = (dev: string, log: string): readonly RowChange[] => [
  {
    table: 'ownHead',
    key: 'own',
    row: { dev, seq: 0, digest: null, hlc: null, mustEnrol: false, former: [] },
  },
  { table: 'followed', key: 'follow', row: { log } },
]

/** The device goes on under another authority: the hub of a room, then the centre again. */
export const follow = (log: string): readonly RowChange[] => [
  { table: 'followed', key: 'follow', row: { log } },
]

/**
 * [SY21, SY22, SY40] It leaves a room and goes back to the centre. When the room was voided or had a successor, what it said
 * may never reach the centre; when it was opened without the centre, it did not know what the centre ordered meanwhile: the
 * copy is then taken anew.
 * @param isParted voided, set apart, or opened without the centre
 */
export const leaveRoom = (
  copy: Pick<RowStore, 'row'>,
  room: string,
  centre: string,
  isParted: boolean,
): readonly RowChange[] => [
  ...follow(centre),
  ...(isParted || (copy.row('cursor', room)?.epoch ?? 0) > 0
    ? [{ table: 'anew', key: centre, row: { g: 0 } } as const]
    : []),
]

/** [SY25] Its author lets a refused commit go, or took it up again in a new one: it leaves the list. */
export const regularised = (cid: string): readonly RowChange[] => [
  { table: 'toRegularise', key: cid, row: null },
]
