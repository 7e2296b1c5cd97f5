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

/** [SY25] Its author lets a refused commit go, or took it up again in a new one: it leaves the list. */
export const regularised = (cid: string): readonly RowChange[] => [
  { table: 'toRegularise', key: cid, row: null },
]
