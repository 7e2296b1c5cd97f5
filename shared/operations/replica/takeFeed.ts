import { type Draft, openDraft } from '../authority/draft.ts'
import type { Entry } from '../authority/entry.ts'
import { headAfter, type LogHead } from '../authority/receipts.ts'
import type { CommitRecord } from '../authority/records.ts'
import type { Lookups } from '../authority/rows.ts'
import { isFinal } from '../authority/verdict.ts'
import type { CommitHeader, CommittedOperation, SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '../commitDecode.ts'
import type { CommitDigest } from '../commitPorts.ts'
import type { FedEntry, Feed, Grant } from '../feed/feed.ts'
import { foldAccepted } from '../judge/foldAccepted.ts'
import { isHubLog } from '../lease/lease.ts'
import { dossierIn } from '../rights/mayRead.ts'
import { isControlKind, isKnownKind } from '../rights/writers.ts'
import { dossiersTold, tellsAside } from '../scopes/dossiersTold.ts'
import type { ReplicaAnswer, ReplicaOutput } from './outputs.ts'
import { dropBody, heldOfDossier, purgeDossier } from './purgeDossier.ts'
import { reuniteTaken } from './reuniteTaken.ts'
import { forgetOwn, settleOwn } from './settleOwn.ts'
import { dropAggregate, takeRow } from './takeRows.ts'
import { toldByState } from './toldByState.ts'

/**
 * [SY23, SY24] Takes what an authority tells: receipts verified in their chain, accepted bodies folded on the aggregates that
 * they name, own commits settled, what was given and taken away; rows and cursor in one step. A feed that comes twice changes
 * nothing; one that contradicts the receipts held is not taken at all.
 */
export function takeFeed(view: Lookups, feed: Feed, ports: CommitDigest): ReplicaAnswer {
  const rows = openDraft(view)
  const outputs = taken(rows, feed, ports)
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  const refusal = outputs.find(
    ({ kind }) => kind === 'out-of-step' || kind === 'broken-log' || kind === 'restored',
  )
  return refusal === undefined ? { changes: rows.changes(), outputs } : { changes: [], outputs: [refusal] }
}

function taken(rows: Draft, feed: Feed, ports: CommitDigest): readonly ReplicaOutput[] {
  const { log } = feed
  const cursor = rows.row('cursor', log) ?? { log, epoch: feed.epoch, g: 0, r: new Uint8Array(32) }
  if (feed.epoch > cursor.epoch && cursor.g > 0) return [{ kind: 'restored', log, epoch: feed.epoch }]
  if (feed.fromG > cursor.g) return [{ kind: 'out-of-step', expectedG: cursor.g }]
  // Said before what is held was: by now it may tell less than is known here.
  if (feed.epoch < cursor.epoch || (feed.upToG <= cursor.g && feed.fromG < cursor.g)) return []
  const outputs: ReplicaOutput[] = []
  const touched = new Set<string>()
  const wanted = new Set<string>()
  // A restored authority goes on under a higher epoch after entries of an earlier one that both still hold.
  let head: LogHead = { ...cursor, epoch: rows.row('heard', `${log}/${cursor.g}`)?.entry.epoch ?? 0 }
  for (const fed of feed.entries) {
    const { entry } = fed
    if (entry.g <= head.g) {
      const held = rows.row('heard', `${log}/${entry.g}`)
      if (held !== null && held.entry.cid !== entry.cid) return [{ kind: 'broken-log', g: entry.g }]
      continue
    }
    const next = headAfter(head, entry, ports)
    const header = headerOf(fed, ports)
    if (next === null || header === undefined) return [{ kind: 'broken-log', g: entry.g }]
    head = next
    rows.put('heard', `${log}/${entry.g}`, { entry, r: next.r })
    if (isHubLog(log)) rows.put('heardAt', `${log}/${entry.cid}`, { g: entry.g })
    takeEntry(rows, fed, header, touched, wanted, outputs)
  }
  if (head.g > cursor.g || rows.row('cursor', log) === null)
    rows.put('cursor', log, { ...head, epoch: Math.max(cursor.epoch, head.epoch) })
  for (const grant of feed.grants) takeGrant(rows, grant, log, touched)
  for (const { rows: given } of feed.grants)
    reuniteTaken(
      rows,
      given.map(({ entity }) => entity),
    )
  for (const dossier of feed.purges) {
    for (const entity of purgeDossier(rows, dossier, log, feed.upToG)) touched.add(entity)
    outputs.push({ kind: 'purged', dossier, g: feed.upToG })
  }
  for (const { entry } of feed.entries) forgetOwn(rows, entry.cid)
  for (const cid of feed.erased) dropBody(rows, cid)
  if (feed.anew) {
    rows.put('anew', log, { g: feed.upToG })
    rows.put('sightChanged', log, { g: feed.upToG })
    outputs.push({ kind: 'start-anew' })
  }
  if (wanted.size > 0) outputs.push({ kind: 'wants-rows', entities: [...wanted].sort() })
  if (touched.size > 0) outputs.push({ kind: 'changed', entities: [...touched].sort() })
  return outputs
}

/** Null where there is no commit; undefined unless the bytes are those that the receipt names. */
function headerOf({ entry, commit }: FedEntry, ports: CommitDigest): CommitHeader | null | undefined {
  if (commit === null) return null
  const header = decodeCommitHeader(commit.header)
  const isWhole =
    header.ok &&
    base64UrlEncode(ports.sha256(commit.header)) === entry.cid &&
    base64UrlEncode(ports.sha256(commit.body)) === header.value.bh
  return isWhole ? header.value : undefined
}

function takeEntry(
  rows: Draft,
  { entry, commit }: FedEntry,
  header: CommitHeader | null,
  touched: Set<string>,
  wanted: Set<string>,
  outputs: ReplicaOutput[],
): void {
  const { cid, verdict, code, g, log, via } = entry
  if (isReordered(rows, entry) && rows.row('anew', log) === null) {
    // The hub told this room one order and the centre another: what was folded in the first is to be had from the centre.
    rows.put('anew', log, { g })
    const incident = { of: 'two-orders', log: entry.via ?? '', g } as const
    outputs.push({ kind: 'incident', incident }, { kind: 'start-anew' })
  }
  const known = rows.row('commit', cid)
  outputs.push(...settleOwn(rows, entry, touched))
  // [SY4] Heard in a room, and not for this reader any more.
  const isHeld = (known !== null && !known.erased) || rows.row('ownSeq', cid) !== null
  if (commit === null && verdict === 'ok' && isHeld) dropBody(rows, cid)
  if (known?.ruling != null && isFinal(known.ruling.verdict)) {
    // The room said something else than the centre: what was folded on it is to be had from the centre.
    if (known.ruling.verdict !== verdict && isFinal(verdict)) {
      const incident = {
        of: 'verdict-differs',
        cid,
        log,
        theirs: known.ruling.verdict,
        ours: verdict,
      } as const
      // Of one's own the settling told it already.
      if (rows.row('ownSeq', cid) === null) outputs.push({ kind: 'incident', incident })
      for (const { e } of operationsOf(known.commit)) {
        rows.put('readOnly', e, { why: 'history-missing' })
        wanted.add(e)
      }
      rows.put('commit', cid, { ...known, ruling: { verdict, code, g } })
      // What it let be read, and what was folded on it: the whole copy is to be had from who orders now.
      if (!isHubLog(log)) rows.put('anew', log, { g })
    }
    // The state that the room left may have been replaced since: what is not in it is folded now, and only that.
    if (known.ruling.verdict !== 'ok' || verdict !== 'ok') return
  }
  if (commit === null || header === null) return
  if (known === null || known.erased || known.ruling?.verdict !== verdict) {
    rows.put('commit', cid, recordOf(commit, header, { verdict, code, g }))
    listBody(rows, header.scope, commit, cid)
  }
  const operations = operationsOf(commit)
  // Asked of the commit as a whole: its first operation on an aggregate does not tell that the next one is there too.
  const told = new Map(operations.map(({ e }) => [e, toldByState(rows, e, entry)]))
  // A room may have let in, and told in its states, what the centre refuses.
  if (verdict === 'ok' || (via !== null && isFinal(verdict))) leaveUnsure(rows, told, entry, outputs)
  if (verdict !== 'ok') return
  const { dev } = header
  for (const [index, operation] of operations.entries()) {
    if (told.get(operation.e) === 'yes') continue
    foldOne(rows, operation, { cid, index, dev }, wanted)
    touched.add(operation.e)
    if (!isHubLog(log)) continue
    const places = rows.row('asOf', operation.e)?.places
    rows.put('asOf', operation.e, { places: { ...places, [log]: g } })
  }
}

/** [SY67] States that may tell this entry or not are only read, until the whole copy is had from who orders now. */
function leaveUnsure(
  rows: Draft,
  told: ReadonlyMap<string, ReturnType<typeof toldByState>>,
  { log, g }: Entry,
  outputs: ReplicaOutput[],
): void {
  const unsure = [...told].flatMap(([entity, is]) => (is === 'unsure' ? [entity] : []))
  if (unsure.length === 0) return
  for (const entity of unsure) rows.put('readOnly', entity, { why: 'history-missing' })
  if (rows.row('anew', log) === null) outputs.push({ kind: 'start-anew' })
  rows.put('anew', log, { g })
}

/** [SY37] What a room ordered is ordered at the centre one after the other, as the room heard it. */
function isReordered(rows: Draft, { log, g, via, cid }: Entry): boolean {
  if (via === null || isHubLog(log)) return false
  const before = rows.row('heard', `${log}/${g - 1}`)?.entry
  if (before?.via !== via) return false
  const place = rows.row('heardAt', `${via}/${cid}`)?.g
  const placeBefore = rows.row('heardAt', `${via}/${before.cid}`)?.g
  return place !== undefined && placeBefore !== undefined && place < placeBefore
}

/** [SY26] What this program does not know is kept as it came, and its aggregate is only read. */
function foldOne(
  rows: Draft,
  operation: CommittedOperation,
  origin: { readonly cid: string; readonly index: number; readonly dev: string },
  wanted: Set<string>,
): void {
  const { k, e } = operation
  if (!isKnownKind(k)) {
    const kinds = new Set([...(rows.row('readOnly', e)?.kinds ?? []), k])
    rows.put('readOnly', e, { why: 'unknown-kind', kinds: [...kinds].sort() })
    return
  }
  if (isControlKind(k) || rows.row('readOnly', e) !== null) return
  if ('effects' in foldAccepted(rows, operation, origin)) return
  rows.put('readOnly', e, { why: 'history-missing' })
  wanted.add(e)
}

function takeGrant(rows: Draft, { root, rows: given }: Grant, log: string, touched: Set<string>): void {
  const [kind, id = ''] = root.split('/')
  if (kind === 'dossier') {
    const kept = new Set(given.map(({ entity }) => entity))
    for (const entity of heldOfDossier(rows, id).dossier)
      if (!kept.has(entity)) {
        dropAggregate(rows, entity)
        touched.add(entity)
      }
    rows.put('purged', id, null)
  }
  for (const row of given) {
    takeRow(rows, row, log)
    touched.add(row.entity)
  }
}

function recordOf(commit: SignedCommit, header: CommitHeader, ruling: CommitRecord['ruling']): CommitRecord {
  const { dev, usr, seq, scope } = header
  return { commit, dev, usr, seq, scope, ruling, erased: false }
}

function listBody(rows: Draft, scope: string, commit: SignedCommit, cid: string): void {
  const dossier = dossierIn(scope)
  // Who is given a body may read the dossier (again): one that a restored centre had lost, and that came again.
  if (dossier !== null) rows.put('purged', dossier, null)
  const told = tellsAside(scope)
    ? operationsOf(commit).flatMap((operation) => dossiersTold(operation, rows))
    : []
  for (const each of new Set(dossier === null ? told : [dossier]))
    rows.put('bodiesOf', each, { cids: [...(rows.row('bodiesOf', each)?.cids ?? []), cid] })
}

function operationsOf(commit: SignedCommit): readonly CommittedOperation[] {
  const body = decodeCommitBody(commit.body)
  return body.ok ? body.value.ops : []
}
