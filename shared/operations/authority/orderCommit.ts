import type { CommitHeader, CommittedOperation } from '../commit.ts'
import { judge } from '../judge/judge.ts'
import { leasableRoot } from '../judge/orderedElsewhere.ts'
import { isHubLog, leaseLog } from '../lease/lease.ts'
import { type Arrival, appendEntry } from './appendEntry.ts'
import type { AuthorityPorts } from './authorityPorts.ts'
import type { Draft } from './draft.ts'
import type { Judgement } from './judgement.ts'
import type { AuthorityOutput } from './outputs.ts'
import type { CommitRecord, OrderedRuling } from './records.ts'
import { type Lookups, lacks, type Needs } from './rows.ts'

export interface ReceivedCommit {
  readonly cid: string
  readonly record: CommitRecord
  readonly header: CommitHeader
  readonly ops: readonly CommittedOperation[]
}

/**
 * Gives a received commit its verdict and writes what follows. What is under a lease elsewhere gets `deferred` from the
 * centre, and is judged when the lease ends; a hub carries what is not under its lease, and says nothing of it.
 */
export function orderCommit(
  rows: Draft,
  received: ReceivedCommit,
  arrival: Arrival,
  ports: AuthorityPorts,
  /** The rows it is judged by, when they are not those of now [SY20]; `log`: the authority that orders it. */
  as: { readonly view: (rows: Draft) => Lookups; readonly log?: string } = { view: (now) => now },
): readonly AuthorityOutput[] {
  const { cid, record, header, ops } = received
  const own = rows.row('log', 'log')
  const log = as.log ?? own?.log ?? ''
  const place = { log, epoch: own?.epoch ?? 0, now: arrival.now }
  const promised = isHubLog(log) ? rows.row('promised', cid) : null
  if (promised !== null)
    return keepPromise(rows, received, promised, judge(rows, received, place, ports), log)
  if (isKeptApart(rows, ops, arrival.via ?? header.follow?.log ?? null))
    return [
      settle(
        rows,
        cid,
        record,
        { verdict: 'conflict', code: 'second-lease', ...nothingDone },
        arrival,
        ports,
      ),
    ]
  const judgement = judge(as.view(rows), { header, ops, cid }, place, ports)
  // The draft notes what it lacks: whoever opened it throws this answer away.
  if (lacks(judgement)) return []
  if (judgement.verdict === 'deferred') {
    if (isHubLog(log)) return [carry(rows, cid, record)]
    // What its own hub brings back is not put off: it is decided again with the run that orders it.
    if (arrival.via !== null && isLeasedTo(rows, ops, arrival.via)) return []
    defer(rows, cid, ops)
  }
  return [settle(rows, cid, record, judgement, arrival, ports)]
}

/**
 * [SY5, SY21] The room had its verdict before this hub had the commit: it gets no other, nor another place. What it did is done
 * now; a hub that would have said otherwise says so, and does nothing of it.
 */
function keepPromise(
  rows: Draft,
  { cid, record }: ReceivedCommit,
  promised: OrderedRuling,
  judgement: Judgement | Needs,
  log: string,
): readonly AuthorityOutput[] {
  if (lacks(judgement)) return []
  const { verdict, g } = promised
  rows.put('promised', cid, null)
  rows.put('commit', cid, { ...record, ruling: promised })
  const said: AuthorityOutput = { kind: 'duplicate', cid, verdict, g }
  if (judgement.verdict !== verdict)
    return [
      said,
      {
        kind: 'incident',
        incident: { of: 'verdict-differs', cid, log, theirs: verdict, ours: judgement.verdict },
      },
    ]
  for (const { table, key, row } of judgement.changes) rows.put(table, key, row)
  const entry = rows.row('entry', String(g))
  if (entry !== null) rows.put('entry', String(g), { ...entry, effects: judgement.effects })
  return [said]
}

function settle(
  rows: Draft,
  cid: string,
  record: CommitRecord,
  judgement: Judgement,
  arrival: Arrival,
  ports: AuthorityPorts,
): AuthorityOutput {
  for (const { table, key, row } of judgement.changes) rows.put(table, key, row)
  // An erasure may have dropped this very body.
  const kept = rows.row('commit', cid) ?? record
  return appendEntry(rows, cid, kept, judgement, judgement.effects, arrival, ports)
}

/**
 * [SY22] Written in a room whose lease came second, whether its hub brings it or its author: kept, and left to a human.
 * @param room log by which it came, or else that its author followed
 */
function isKeptApart(rows: Draft, ops: readonly CommittedOperation[], room: string | null): boolean {
  const lease = room === null || !isHubLog(room) ? null : rows.row('lease', room.slice(leaseLog('').length))
  if (lease?.standing !== 'set-apart') return false
  const roots = new Set([
    `session/${lease.session}`,
    ...lease.dossiers.map((dossier) => `dossier/${dossier}`),
  ])
  return ops.some((operation) => roots.has(leasableRoot(operation, rows) ?? ''))
}

const nothingDone = { changes: [], effects: [] } as const

const isLeasedTo = (rows: Draft, ops: readonly CommittedOperation[], log: string): boolean =>
  ops.every((operation) => {
    const root = leasableRoot(operation, rows)
    return root !== null && rows.row('leased', root)?.log === log
  })

function defer(rows: Draft, cid: string, ops: readonly CommittedOperation[]): void {
  const leases = ops.flatMap((operation) => {
    const root = leasableRoot(operation, rows)
    return root === null ? [] : (rows.row('leased', root)?.lease ?? [])
  })
  const [lease = ''] = leases
  const count = (rows.row('deferredCount', lease)?.count ?? 0) + 1
  rows.put('deferred', `${lease}/${count}`, { cid })
  rows.put('deferredCount', lease, { count })
}

function carry(rows: Draft, cid: string, { dev, seq }: CommitRecord): AuthorityOutput {
  const count = (rows.row('carriedCount', 'carried')?.count ?? 0) + 1
  rows.put('carried', String(count), { cid })
  rows.put('carriedCount', 'carried', { count })
  return { kind: 'carried', cid, dev, seq }
}
