import { type Arrival, appendEntry } from '../authority/appendEntry.ts'
import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import { type Draft, openDraft } from '../authority/draft.ts'
import type { Entry } from '../authority/entry.ts'
import { orderCommit, type ReceivedCommit } from '../authority/orderCommit.ts'
import type { AuthorityAnswer, AuthorityOutput, AuthorityStepAsk } from '../authority/outputs.ts'
import { receiving } from '../authority/receiveCommit.ts'
import { type Lookups, lacks } from '../authority/rows.ts'
import { verifyOnce } from '../authority/verifyOnce.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '../commitDecode.ts'
import { heldView } from './heldView.ts'
import { type BroughtRun, keepRun } from './keepRun.ts'
import type { Lease } from './lease.ts'
import { leaseLog } from './lease.ts'

export interface LeaseEnd {
  readonly lease: string
  /** The hub's entries, whose run was verified (`headOfRun`); for a voided lease the longest run that the devices hold. */
  readonly entries: readonly Entry[]
  /** Every commit of the room, in order of arrival; those that the centre has already change nothing. */
  readonly commits: readonly SignedCommit[]
  /** The runs themselves, kept for the auditor [SY62]; those of every device that told, for a voided lease. */
  readonly runs?: readonly BroughtRun[]
}

/**
 * [SY20, SY21] The end of a lease at the centre: receives the commits of the room, decides again, in the hub's order and on
 * the rights of the lease, what the hub ordered, then gives its scopes back and judges what was deferred. The verdict of the
 * centre stands; one that differs from the hub's is an incident, like a commit that was ordered and never came.
 * A lease that is neither open nor voided changes nothing: returning twice is harmless.
 */
export const endLease = (view: Lookups, end: LeaseEnd, now: number, ports: AuthorityPorts): AuthorityAnswer =>
  endingLease(end, now, ports)(view)

/** The same as a step that may be asked many times: each commit is read, and its signature verified, once. */
export function endingLease(end: LeaseEnd, now: number, ports: AuthorityPorts): AuthorityStepAsk {
  const arrival: Arrival = { via: leaseLog(end.lease), now }
  const once = { ...ports, verify: verifyOnce(ports) }
  const received = end.commits.map((commit) => receiving(commit, arrival, once))
  return Object.assign((view: Lookups) => ended(view, end, received, arrival, once), {
    likely: received.flatMap(({ likely = [] }) => likely),
  })
}

function ended(
  view: Lookups,
  { lease: id, entries, commits, runs = [] }: LeaseEnd,
  received: readonly AuthorityStepAsk[],
  arrival: Arrival,
  ports: AuthorityPorts,
): AuthorityAnswer {
  const rows = openDraft(view)
  const outputs: AuthorityOutput[] = []
  // An emergency lease comes with the commit that opened it [SY22]: it is received before the lease is asked for.
  for (const receive of received) {
    const step = receive(rows)
    if (lacks(step)) continue
    for (const { table, key, row } of step.changes) rows.put(table, key, row)
    outputs.push(...step.outputs)
  }
  const lease = rows.row('lease', id)
  if (lease !== null) for (const run of runs) keepRun(rows, id, run, ports)
  if (lease !== null && (lease.standing === 'open' || lease.standing === 'voided')) {
    for (const entry of entries) outputs.push(...decidedAgain(rows, lease, entry, arrival, ports))
    giveBack(rows, lease)
    outputs.push(...judgeUnordered(rows, commits, arrival, ports))
    outputs.push(...judgeDeferred(rows, lease, arrival.now, ports))
  }
  if (lease?.standing === 'set-apart')
    outputs.push({ kind: 'incident', incident: { of: 'second-lease', lease: id } })
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs }
}

function decidedAgain(
  rows: Draft,
  lease: Lease,
  entry: Entry,
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] {
  const { cid } = entry
  const log = leaseLog(lease.id)
  const before = rows.row('commit', cid)
  if (before === null) return [{ kind: 'incident', incident: { of: 'commit-lost', cid, log } }]
  const outputs: AuthorityOutput[] = []
  if (before.ruling === null || before.ruling.verdict === 'deferred') {
    const received = receivedAgain(rows, cid)
    if (received === null) return [{ kind: 'incident', incident: { of: 'commit-lost', cid, log } }]
    const as = { view: (all: Draft): Lookups => heldView(all, lease.id), log }
    outputs.push(...orderCommit(rows, received, arrival, ports, as))
    const device = rows.row('device', before.dev)
    if (device !== null && device.standing !== 'valid' && before.seq > (device.lastSeq ?? 0))
      outputs.push({ kind: 'incident', incident: { of: 'revoked-meanwhile', cid, dev: before.dev } })
  }
  const ours = rows.row('commit', cid)?.ruling?.verdict
  if (ours !== undefined && ours !== entry.verdict)
    outputs.push({
      kind: 'incident',
      incident: { of: 'verdict-differs', cid, log, theirs: entry.verdict, ours },
    })
  return outputs
}

function giveBack(rows: Draft, lease: Lease): void {
  rows.put('leased', `session/${lease.session}`, null)
  for (const dossier of lease.dossiers) rows.put('leased', `dossier/${dossier}`, null)
  for (const root of rows.row('index', `beside/${lease.id}`)?.ids ?? []) rows.put('leased', root, null)
  const open = (rows.row('index', 'leases')?.ids ?? []).filter((id) => id !== lease.id)
  rows.put('index', 'leases', open.length === 0 ? null : { ids: open })
  const standing = lease.standing === 'open' ? 'returned' : 'voided'
  rows.put('lease', lease.id, { ...lease, standing, endedG: rows.row('log', 'log')?.g ?? 0 })
}

/** What reached the hub and not its order: a hub that died, or that kept a commit back. */
const judgeUnordered = (
  rows: Draft,
  commits: readonly SignedCommit[],
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] =>
  commits.flatMap(({ id }) => {
    const received = receivedAgain(rows, base64UrlEncode(id))
    return received === null || received.record.ruling !== null
      ? []
      : orderCommit(rows, received, arrival, ports)
  })

/** What came straight to the centre while the room ordered: judged after the room, in order of arrival. */
function judgeDeferred(
  rows: Draft,
  lease: Lease,
  now: number,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] {
  const outputs: AuthorityOutput[] = []
  const arrival: Arrival = { via: null, now }
  const count = rows.row('deferredCount', lease.id)?.count ?? 0
  for (let place = 1; place <= count; place++) {
    const cid = rows.row('deferred', `${lease.id}/${place}`)?.cid
    const record = cid === undefined ? null : rows.row('commit', cid)
    if (cid === undefined || record?.ruling?.verdict !== 'deferred') continue
    const received = receivedAgain(rows, cid)
    if (received === null)
      outputs.push(appendEntry(rows, cid, record, { verdict: 'invalid', code: 'data' }, [], arrival, ports))
    else outputs.push(...orderCommit(rows, received, arrival, ports))
  }
  return outputs
}

/** A commit that was received, as it is judged. */
function receivedAgain(rows: Draft, cid: string): ReceivedCommit | null {
  const record = rows.row('commit', cid)
  if (record === null || record.erased) return null
  const header = decodeCommitHeader(record.commit.header)
  const body = decodeCommitBody(record.commit.body)
  return header.ok && body.ok ? { cid, record, header: header.value, ops: body.value.ops } : null
}
