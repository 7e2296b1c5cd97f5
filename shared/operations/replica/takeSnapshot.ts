import { type Draft, openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { LogRecord } from '../authority/records.ts'
import type { Lookups } from '../authority/rows.ts'
import { controlScope } from '../control/controlOperation.ts'
import type { FedRow } from '../feed/feed.ts'
import { isHubLog } from '../lease/lease.ts'
import type { ReplicaAnswer } from './outputs.ts'
import { pendAgain } from './pendAgain.ts'
import { dropBody, purgeDossier } from './purgeDossier.ts'
import { ownKey } from './records.ts'
import { reuniteTaken } from './reuniteTaken.ts'
import { dossiersOfOwn } from './settleOwn.ts'
import { dropAggregate, takeRow } from './takeRows.ts'

/**
 * [SY27] A whole copy taken anew: these rows at this place of the log, own pending operations on top, nothing else. A copy
 * that wrote, or followed this log already, goes on from where it was: what lies between tells it what became of its own
 * commits. Bodies of others that it held go: what it may still read is in the rows, their history begins again. Who is in a room takes
 * its states again after this [SY37]. `out-of-step`: said before what is held was.
 */
export function takeSnapshot(
  copy: Pick<RowStore, 'row' | 'scan'>,
  head: LogRecord,
  given: Iterable<FedRow>,
): ReplicaAnswer {
  const rows = openDraft(copy)
  const cursor = rows.row('cursor', head.log)
  const isLate = cursor !== null && (head.epoch < cursor.epoch || head.g < cursor.g)
  if (isLate || head.g < (rows.row('anew', head.log)?.g ?? 0))
    return { changes: [], outputs: [{ kind: 'out-of-step', expectedG: cursor?.g ?? 0 }] }
  const kept = new Set<string>()
  for (const row of given) {
    takeRow(rows, row, head.log)
    kept.add(row.entity)
    if (row.entity.startsWith('dossier/')) rows.put('purged', row.entity.slice('dossier/'.length), null)
  }
  reuniteTaken(rows, kept)
  const gone = [...copy.scan('aggregate')].flatMap(([entity]) => (kept.has(entity) ? [] : [entity]))
  for (const entity of gone) leave(rows, entity, head)
  // What its author may still take up stays his own, unless its dossier was taken away just above [SY25].
  for (const [cid, { erased }] of copy.scan('commit'))
    if (!erased && rows.row('toRegularise', cid) === null && !isOwnAndKept(rows, cid, kept))
      dropBody(rows, cid)
  if (!isHubLog(head.log)) leaveRoomOut(rows, copy)
  const own = rows.row('ownHead', 'own')
  const wrote = own !== null && (own.seq > 0 || own.former.length > 0)
  if ((cursor?.g ?? 0) === 0 && !wrote)
    rows.put('cursor', head.log, { log: head.log, epoch: head.epoch, g: head.g, r: head.r })
  rows.put('anew', head.log, null)
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  return { changes: rows.changes(), outputs: [{ kind: 'changed', entities: [...kept, ...gone].sort() }] }
}

/**
 * [SY66] The states of a centre tell nothing of what only a room answered: what this copy wrote there is shown on top again,
 * until the centre says. Who is in a room takes its states, then its log again [SY37].
 */
function leaveRoomOut(rows: Draft, copy: Pick<RowStore, 'scan'>): void {
  for (const [, own] of copy.scan('own')) {
    const { ruling, earlier, cid } = own
    const place = rows.row('ownSeq', cid)
    const isOfRoom = ruling?.verdict === 'ok' && isHubLog(ruling.log)
    const isPutOff = ruling?.verdict === 'deferred' && earlier === 'ok'
    if (place === null || (!isOfRoom && !isPutOff)) continue
    if (isOfRoom) rows.put('own', ownKey(place), { ...own, ruling: null, earlier: 'ok' })
    pendAgain(rows, own, place)
  }
  const { log = '' } = rows.row('followed', 'follow') ?? {}
  if (isHubLog(log)) rows.put('cursor', log, null)
}

/** What it wrote itself of what it may still read: a centre that is restored one day is given it again. */
function isOwnAndKept(rows: Draft, cid: string, kept: ReadonlySet<string>): boolean {
  const place = rows.row('ownSeq', cid)
  const own = place && rows.row('own', ownKey(place))
  if (own === null) return false
  const isStillRead = own.scope === controlScope || own.entities.every((entity) => kept.has(entity))
  return isStillRead && dossiersOfOwn(rows, own).every((dossier) => kept.has(`dossier/${dossier}`))
}

/** What is not there any more, or not for this reader. */
export function leave(rows: Draft, entity: string, { log, g }: LogRecord): void {
  if (entity.startsWith('dossier/')) purgeDossier(rows, entity.slice('dossier/'.length), log, g)
  else dropAggregate(rows, entity)
}

/**
 * Rows that replace what is held: those that were asked for (`wants-rows`), and on joining a room all that its hub may give
 * (`snapshotFor` on the hub), before its log is taken from the first entry. The cursor stays where it is; a row that tells
 * less than is held is left.
 * @param asked of those that were asked for, the ones that are not given are there no more, or not for this reader.
 */
export function takeAskedRows(
  view: Lookups,
  given: readonly FedRow[],
  log: string,
  asked: readonly string[] = [],
): ReplicaAnswer {
  const rows = openDraft(view)
  const isHere = new Set(given.map(({ entity }) => entity))
  const taken = given.filter((row) => !isOlder(rows, row, log))
  // The room gives by the rights of its lease: what it gives beyond those of now goes when the centre is followed again.
  const basis = given.find((row) => row.basis !== null)?.basis
  const changed = basis && rows.row('sightChanged', basis.log)
  if (basis && changed && changed.g > basis.g) rows.put('anew', basis.log, changed)
  // What it knows of the centre is of before a restore: its places are those of another log.
  if (basis && basis.epoch !== (rows.row('cursor', basis.log)?.epoch ?? basis.epoch))
    rows.put('anew', basis.log, { g: changed?.g ?? 0 })
  for (const row of taken) takeRow(rows, row, log)
  reuniteTaken(
    rows,
    taken.map(({ entity }) => entity),
  )
  const gone = asked.filter((entity) => !isHere.has(entity))
  for (const entity of gone) {
    dropAggregate(rows, entity)
    rows.put('readOnly', entity, null)
  }
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  const entities = [...taken.map(({ entity }) => entity), ...gone].sort()
  return { changes: rows.changes(), outputs: entities.length === 0 ? [] : [{ kind: 'changed', entities }] }
}

/** Said before what is held was; or by a hub that does not order it, of a moment of the centre that is past here. */
function isOlder(rows: Draft, { g, basis }: FedRow, log: string): boolean {
  if (basis === null || g > 0) return g < (rows.row('cursor', log)?.g ?? 0)
  return basis.g <= (rows.row('cursor', basis.log)?.g ?? -1)
}
