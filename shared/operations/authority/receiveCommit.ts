import { type ChainHead, type ReadCommit, readCommit, type VerifiedCommit, verifyNext } from '../chain.ts'
import type { CommitHeader, SignedCommit } from '../commit.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import { putDevice } from '../judge/holdUnderLeases.ts'
import { type Arrival, appendEntry } from './appendEntry.ts'
import type { AuthorityPorts } from './authorityPorts.ts'
import { type Draft, openDraft } from './draft.ts'
import { likelyRows } from './likelyRows.ts'
import { orderCommit } from './orderCommit.ts'
import type { AuthorityAnswer, AuthorityOutput, AuthorityStepAsk } from './outputs.ts'
import { receiptText } from './receipts.ts'
import type { CommitRecord } from './records.ts'
import type { Lookups } from './rows.ts'

/** Commits of one device that may wait for a predecessor. */
export const maxWaiting = 64

/**
 * [SY6, SY7] Receives one commit by whatever path: verifies it, finds its place in the chain of its device, orders it and
 * those that waited for it. Receiving twice changes nothing. Answers what to write, then what to say; or the rows to load,
 * and then asks to be called again: nothing was written.
 */
export const receiveCommit = (
  view: Lookups,
  commit: SignedCommit,
  arrival: Arrival,
  ports: AuthorityPorts,
): AuthorityAnswer => receiving(commit, arrival, ports)(view)

/** The same as a step that may be asked many times: what the commit itself says is read once. */
export function receiving(commit: SignedCommit, arrival: Arrival, ports: AuthorityPorts): AuthorityStepAsk {
  const read = readCommit(commit, ports)
  const step = (view: Lookups): AuthorityAnswer => {
    const rows = openDraft(view)
    const outputs = read.ok ? received(rows, read.value, arrival, ports) : [turnedAway(read.refusal.code)]
    const needs = rows.lacking()
    return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs }
  }
  return Object.assign(step, { likely: read.ok ? likelyRows(read.value) : [] })
}

function received(
  rows: Draft,
  read: ReadCommit,
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] {
  const { commit, cid, header } = read
  const { dev, seq } = header
  const device = rows.row('device', dev)
  if (device === null) return [turnedAway('device.unknown')]
  const head = headOf(rows, dev)
  const key = { id: dev, publicKey: base64UrlDecode(device.publicKey) ?? new Uint8Array(0) }
  const verified = verifyNext(head, key, read)
  if (verified.ok)
    return [
      ...admitted(rows, commit, cid, verified.value, arrival, ports),
      ...followers(rows, dev, arrival, ports),
    ]
  const { code } = verified.refusal
  if (code !== 'chain.gap' && code !== 'chain.broken') return [turnedAway(code)]
  const known = rows.row('commit', cid)
  if (known !== null)
    return [{ kind: 'duplicate', cid, verdict: known.ruling?.verdict ?? null, g: known.ruling?.g ?? null }]
  if (seq > (head?.seq ?? 0) + 1 && !isAfterFork(rows, header.prev))
    return [wait(rows, dev, seq, commit, cid, arrival.via)]
  if (head !== null && isFromBefore(rows, head, seq, cid))
    return [{ kind: 'duplicate', cid, verdict: null, g: null }]
  return [
    forked(rows, read, arrival, ports),
    ...waitingFor(rows, dev, ({ prev }) => prev === cid, arrival, ports),
  ]
}

function admitted(
  rows: Draft,
  commit: SignedCommit,
  cid: string,
  { header, body, head }: VerifiedCommit,
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] {
  const { dev, seq, usr, scope, follow, base } = header
  const record: CommitRecord = { commit, dev, usr, seq, scope, ruling: null, erased: false }
  rows.put('chain', dev, { seq, digest: head.headerDigest })
  rows.put('sequence', `${dev}/${seq}`, { cid })
  rows.put('commit', cid, record)
  const outputs: AuthorityOutput[] = []
  const log = rows.row('log', 'log')
  if (base !== null && follow !== null && follow.log === log?.log && !isPrefix(rows, base, log.g))
    outputs.push({ kind: 'other-history', dev, epoch: follow.epoch, base })
  outputs.push(...orderCommit(rows, { cid, record, ops: body.ops, header }, arrival, ports))
  return outputs
}

/** [SY15] Whether the author's `base` is a place of this very log. */
function isPrefix(rows: Draft, base: { readonly g: number; readonly r: string }, g: number): boolean {
  if (base.g > g) return false
  const r = base.g === 0 ? new Uint8Array(32) : rows.row('entry', String(base.g))?.r
  // A log that begins with a snapshot does not know its first receipts.
  return r === undefined || receiptText(r) === base.r
}

/**
 * A hub, or a centre that goes on from a file, knows of a chain its head alone: what lies before it came already, elsewhere.
 * Said again it is no fork; a fork that lies there is found by who holds that part of the chain.
 */
function isFromBefore(rows: Draft, head: ChainHead, seq: number, cid: string): boolean {
  if (seq > head.seq || rows.row('sequence', `${head.device}/${seq}`) !== null) return false
  return seq < head.seq || cid === base64UrlEncode(head.headerDigest)
}

/** What waited for the commits that just came. */
const followers = (
  rows: Draft,
  dev: string,
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] =>
  waitingFor(rows, dev, ({ seq }) => seq <= (headOf(rows, dev)?.seq ?? 0) + 1, arrival, ports)

/** Receives again what waits and need wait no more, one after the other. */
function waitingFor(
  rows: Draft,
  dev: string,
  isNext: (header: CommitHeader) => boolean,
  arrival: Arrival,
  ports: AuthorityPorts,
): readonly AuthorityOutput[] {
  const waiting = rows.row('waiting', dev)?.commits ?? []
  for (const next of waiting) {
    const read = readCommit(next.commit, ports)
    if (read.ok && !isNext(read.value.header)) continue
    const others = waiting.filter((each) => each !== next)
    rows.put('waiting', dev, others.length === 0 ? null : { commits: others })
    return [
      ...(read.ok
        ? received(rows, read.value, { ...arrival, via: next.via }, ports)
        : [turnedAway(read.refusal.code)]),
      ...waitingFor(rows, dev, isNext, arrival, ports),
    ]
  }
  return []
}

/** [SY7] What was sealed on a fork is of the fork, however far: the predecessor that the chain lacks is not one of its. */
function isAfterFork(rows: Draft, prev: string | null): boolean {
  return prev !== null && rows.row('commit', prev)?.ruling?.verdict === 'forked'
}

function wait(
  rows: Draft,
  dev: string,
  seq: number,
  commit: SignedCommit,
  cid: string,
  via: string | null,
): AuthorityOutput {
  const waiting = rows.row('waiting', dev)?.commits ?? []
  const expectedSeq = (headOf(rows, dev)?.seq ?? 0) + 1
  const output: AuthorityOutput = { kind: 'waiting', dev, seq, expectedSeq }
  if (waiting.some((each) => base64UrlEncode(each.commit.id) === cid)) return output
  if (waiting.length >= maxWaiting) return { kind: 'turned-away', code: 'waiting.full' }
  rows.put('waiting', dev, { commits: [...waiting, { seq, commit, via }].sort((a, b) => a.seq - b.seq) })
  return output
}

/** [SY7] Sealed under another head of the same chain: kept as proof, and its device writes no more. */
function forked(
  rows: Draft,
  { commit, cid, header }: ReadCommit,
  arrival: Arrival,
  ports: AuthorityPorts,
): AuthorityOutput {
  const { dev, usr, seq, scope } = header
  const device = rows.row('device', dev)
  if (device !== null && device.standing !== 'forked' && device.standing !== 'compromised')
    putDevice(rows, { ...device, standing: 'forked', lastSeq: headOf(rows, dev)?.seq ?? 0 })
  const record: CommitRecord = { commit, dev, usr, seq, scope, ruling: null, erased: false }
  return appendEntry(rows, cid, record, { verdict: 'forked', code: 'fork' }, [], arrival, ports)
}

const turnedAway = (code: Extract<AuthorityOutput, { kind: 'turned-away' }>['code']): AuthorityOutput => ({
  kind: 'turned-away',
  code,
})

function headOf(rows: Draft, dev: string): ChainHead | null {
  const chain = rows.row('chain', dev)
  return chain && { device: dev, seq: chain.seq, headerDigest: chain.digest }
}
