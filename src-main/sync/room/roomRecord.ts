import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { type Entry, entryBytes } from '#shared/operations/authority/entry.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import type { Asks } from '#shared/operations/exchange/askShapes.ts'
import type { RoomRecord } from '#shared/operations/lease/hubRun.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
import { roomOrder } from '#shared/operations/lease/roomOrder.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'

/**
 * [SY20] Everything that was in the room, from the rows of its hub: the run of its log, vouched for up to its head, and every
 * commit that came.
 */
export function recordOfHub(rows: SharedRows, atMs: number, signer: CommitSigner): RoomRecord | null {
  const head = rows.row('log', 'log')
  if (head === null) return null
  const entries: Entry[] = []
  for (let g = 1; g <= head.g; g++) {
    const record = rows.row('entry', String(g))
    if (record === null) return null
    entries.push(record.entry)
  }
  const commits = [...rows.scan('commit')].flatMap(([, { commit, erased }]) => (erased ? [] : [commit]))
  return {
    run: { entries, checkpoint: signCheckpoint(head, atMs, signer) },
    commits: roomOrder(entries, commits),
  }
}

/**
 * [SY21] What a copy holds of the log of a room: the receipts from the first to the last that was vouched for, the commits
 * that it may read, and its own that nobody settled. Null when it holds nothing that is vouched for.
 */
export function recordOfCopy(copy: SharedRows, lease: string): RoomRecord | null {
  const log = leaseLog(lease)
  const checkpoint = copy.row('vouched', log)
  if (checkpoint === null) return null
  const entries: Entry[] = []
  const commits: SignedCommit[] = []
  for (let g = 1; g <= checkpoint.checkpoint.g; g++) {
    const heard = copy.row('heard', `${log}/${g}`)
    if (heard === null) return null
    entries.push(heard.entry)
    const record = copy.row('commit', heard.entry.cid)
    if (record !== null && !record.erased) commits.push(record.commit)
  }
  const mine = [...copy.scan('own')].flatMap(([, { commit, ruling }]) =>
    ruling === null || ruling.verdict === 'deferred' || ruling.log === log ? [commit] : [],
  )
  return { run: { entries, checkpoint }, commits: roomOrder(entries, [...commits, ...mine]) }
}

/** As the question « return » of the exchange says it. */
export const asReturn = (lease: string, { run, commits }: RoomRecord): Asks['return']['ask'] => ({
  lease,
  entries: run.entries.map(entryBytes),
  checkpoint: run.checkpoint,
  commits: commits.map(({ header, body, signature }) => ({ header, body, signature })),
})
