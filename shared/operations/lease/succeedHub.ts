import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import { openDraft } from '../authority/draft.ts'
import type { AuthorityAnswer, AuthorityOutput } from '../authority/outputs.ts'
import { nextReceipt } from '../authority/receipts.ts'
import { receiveCommit } from '../authority/receiveCommit.ts'
import { type Lookups, lacks } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitHeader } from '../commitDecode.ts'
import type { RoomRecord } from './hubRun.ts'
import { leaseLog } from './lease.ts'

/**
 * [SY21] A successor takes the room over: on the seed of the lease it does again what the hub did, commit by commit, takes
 * the hub's entries as they are (they were acknowledged), and goes on under epoch + 1. `view` holds the seed alone. A
 * verdict that it would not have given is an incident; so is an entry whose commit it never had: its
 * place stays, and its verdict holds if it comes after all.
 */
export function succeedHub(
  view: Lookups,
  lease: string,
  { run, commits }: RoomRecord,
  ports: AuthorityPorts,
): AuthorityAnswer {
  const rows = openDraft(view)
  const outputs: AuthorityOutput[] = []
  const log = leaseLog(lease)
  const ordered = new Map(run.entries.map((entry) => [entry.cid, entry]))
  const isHeardOf = upToOrdered(commits, ordered)
  for (const commit of commits) {
    // What the hub never answered is no part of its log: whoever wrote it offers it again, and it is ordered then.
    if (!isHeardOf(commit)) continue
    const entry = ordered.get(base64UrlEncode(commit.id))
    const step = receiveCommit(rows, commit, { via: entry?.via ?? null, now: entry?.at ?? 0 }, ports)
    if (!lacks(step)) for (const { table, key, row } of step.changes) rows.put(table, key, row)
  }
  // The log is the hub's: entries and receipts as they were signed, whatever was decided again above.
  let r: Uint8Array = new Uint8Array(32)
  for (const entry of run.entries) {
    r = nextReceipt(r, entry, ports)
    const { cid, g, verdict, code } = entry
    const record = rows.row('commit', cid)
    if (record === null) {
      outputs.push({ kind: 'incident', incident: { of: 'commit-lost', cid, log } })
      rows.put('promised', cid, { verdict, code, g })
    } else {
      const ours = record.ruling?.verdict ?? null
      if (ours !== null && ours !== verdict)
        outputs.push({
          kind: 'incident',
          incident: { of: 'verdict-differs', cid, log, theirs: verdict, ours },
        })
      rows.put('commit', cid, { ...record, ruling: { verdict, code, g } })
    }
    const effects =
      rows.row('entry', String(g))?.entry.cid === cid ? rows.row('entry', String(g))?.effects : []
    rows.put('entry', String(g), { entry, r, effects: effects ?? [] })
  }
  const epoch = Math.max(run.checkpoint.checkpoint.epoch, run.entries.at(-1)?.epoch ?? 0) + 1
  rows.put('log', 'log', { log, epoch, g: run.entries.length, r })
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs }
}

/** Whether a commit was ordered, or precedes in its chain one that was: the hub had it, and carried it unsaid. */
function upToOrdered(
  commits: RoomRecord['commits'],
  ordered: ReadonlyMap<string, unknown>,
): (commit: SignedCommit) => boolean {
  const lastSeq = new Map<string, number>()
  const placeOf = ({ header }: SignedCommit) => {
    const read = decodeCommitHeader(header)
    return read.ok ? read.value : null
  }
  for (const commit of commits) {
    const place = placeOf(commit)
    if (place !== null && ordered.has(base64UrlEncode(commit.id)))
      lastSeq.set(place.dev, Math.max(place.seq, lastSeq.get(place.dev) ?? 0))
  }
  return (commit) => {
    const place = placeOf(commit)
    return place !== null && place.seq <= (lastSeq.get(place.dev) ?? 0)
  }
}
