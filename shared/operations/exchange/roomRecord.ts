import type { Entry } from '../authority/entry.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { LogHead } from '../authority/receipts.ts'
import { emptyLog } from '../authority/receipts.ts'
import type { SignedCommit } from '../commit.ts'
import type { RoomRecord } from '../lease/hubRun.ts'
import { roomOrder } from '../lease/roomOrder.ts'
import { ownKey } from '../replica/records.ts'

/**
 * [SY20] What the hub of a room brings back, from its own rows: its run, what it carried for the centre, what still waits
 * for a predecessor. The seed that it began with stays out: the centre gave it.
 */
export function roomRecord(store: Pick<RowStore, 'row' | 'scan'>): {
  readonly head: LogHead
  readonly entries: readonly Entry[]
  readonly commits: readonly SignedCommit[]
} {
  const head = store.row('log', 'log') ?? emptyLog('')
  const entries: Entry[] = []
  for (let g = 1; g <= head.g; g++) {
    const entry = store.row('entry', String(g))?.entry
    if (entry !== undefined) entries.push(entry)
  }
  const cids = [...entries.map(({ cid }) => cid), ...carriedCids(store)]
  const commits = cids.flatMap((cid) => wholeCommit(store.row('commit', cid)?.commit))
  const waiting = [...store.scan('waiting')].flatMap(([, row]) => row.commits.map(({ commit }) => commit))
  return { head, entries, commits: roomOrder(entries, [...commits, ...waiting]) }
}

/** What a hub keeps for the centre and does not order, in order of arrival. */
export const carriedCommits = (
  store: Pick<RowStore, 'row' | 'scan'>,
  after: number,
): { readonly count: number; readonly commits: readonly SignedCommit[] } => {
  const cids = carriedCids(store)
  const commits = cids.slice(after).flatMap((cid) => wholeCommit(store.row('commit', cid)?.commit))
  return { count: cids.length, commits }
}

/**
 * [SY21] What a device of the room holds of the log of a lease: the run up to where the hub vouched for it, and what it may
 * read of the commits. Null when nobody vouched for anything.
 */
export function heldRecord(copy: Pick<RowStore, 'row' | 'scan'>, log: string): RoomRecord | null {
  const checkpoint = copy.row('vouched', log)
  if (checkpoint === null) return null
  const entries: Entry[] = []
  for (let g = 1; g <= checkpoint.checkpoint.g; g++) {
    const entry = copy.row('heard', `${log}/${g}`)?.entry
    if (entry === undefined) return null
    entries.push(entry)
  }
  const heard = entries.flatMap(({ cid }) => wholeCommit(copy.row('commit', cid)?.commit))
  return { run: { entries, checkpoint }, commits: roomOrder(entries, [...heard, ...unsettledOwn(copy)]) }
}

function unsettledOwn(copy: Pick<RowStore, 'row' | 'scan'>): readonly SignedCommit[] {
  const head = copy.row('ownHead', 'own')
  const commits: SignedCommit[] = []
  for (let seq = 1; seq <= (head?.seq ?? 0); seq++) {
    const own = copy.row('own', ownKey({ dev: head?.dev ?? '', seq }))
    if (own !== null) commits.push(...wholeCommit(own.commit))
  }
  return commits
}

function carriedCids(store: Pick<RowStore, 'row' | 'scan'>): readonly string[] {
  const count = store.row('carriedCount', 'carried')?.count ?? 0
  return Array.from({ length: count }, (_, at) => store.row('carried', String(at + 1))?.cid ?? '').filter(
    (cid) => cid !== '',
  )
}

/** Without its body nobody can judge it again. */
const wholeCommit = (commit: SignedCommit | undefined): readonly SignedCommit[] =>
  commit === undefined || commit.body.length === 0 ? [] : [commit]
