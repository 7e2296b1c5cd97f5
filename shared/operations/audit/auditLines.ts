import type { Checkpoint, SignedCheckpoint } from '../authority/checkpoint.ts'
import type { Entry } from '../authority/entry.ts'
import type { Rows, Table } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { isHubLog } from '../lease/lease.ts'
import { ownKey } from '../replica/records.ts'
import type { AuditedCheckpoint, AuditedCommit, AuditedStart, AuditLine } from './auditLine.ts'
import { foundingDigest } from './foundingDigest.ts'
import { type Founding, foundingOf, foundLines } from './foundLines.ts'
import { roomsOfCentre, roomsOfCopy } from './keptRooms.ts'
import { lookThrough, type SeenLog } from './lookThrough.ts'

/**
 * Where an export is read from: the rows of an authority, or those of a copy. A `RowStore` is one; a database may answer
 * later, and read ahead behind `row`, which is asked for entries in order. What it answers must be of one moment.
 */
export interface AuditSource {
  row<T extends Table>(table: T, key: string): Rows[T] | null | Promise<Rows[T] | null>
  scan<T extends Table>(table: T): Walk<readonly [key: string, row: Rows[T]]>
}

type Walk<T> = Iterable<T> | AsyncIterable<T>

export interface AuditSubject {
  readonly log: string
  /** `authority`: whoever ordered the log, and holds all of it. `copy`: a device, which holds what it may read. */
  readonly of: 'authority' | 'copy'
  /** Raw Ed25519 key of the authority; of a room, the one of the device that holds its lease. */
  readonly authorityKey: Uint8Array
  /** What the authority signed; an export ends at the last place of a copy that one of them vouches for. */
  readonly checkpoints: Walk<SignedCheckpoint>
  /** Runs of rooms beside those that the source kept [SY62] or heard. */
  readonly rooms: Walk<RoomRun>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
}

export interface RoomRun {
  /** Tells this run apart from others of the same lease: who held it. */
  readonly run: string
  readonly entries: Walk<Entry>
  readonly checkpoint: SignedCheckpoint
}

/**
 * [SY36] The lines of an export, without line breaks. Read twice, held never but for what the log was founded on: a log of any
 * length. An export of a copy that holds all of its log, and what it was founded on as the centre declared it, says so.
 */
export async function* auditLines(
  source: AuditSource,
  subject: AuditSubject,
  ports: CommitDigest,
): AsyncGenerator<string> {
  for await (const line of linesOf(source, subject, ports)) yield JSON.stringify(line)
}

async function* linesOf(
  source: AuditSource,
  subject: AuditSubject,
  ports: CommitDigest,
): AsyncGenerator<AuditLine> {
  const { log, authorityKey, at } = subject
  const checkpoints: SignedCheckpoint[] = []
  for await (const checkpoint of subject.checkpoints) checkpoints.push(checkpoint)
  const vouched = vouchedUpTo(checkpoints)
  const from = subject.of === 'authority' ? null : await startOf(source, log, vouched)
  const places = placesOf(source, subject, from?.g ?? 0, vouched?.g ?? 0)
  const seen = await lookThrough(places())
  const founding = await foundingOf(source, seen, !isHubLog(log))
  const isWhole =
    subject.of === 'authority' || (from === null && (await holdsAll(source, seen, founding, ports)))
  const reader = isWhole ? 'all' : 'part'
  yield {
    is: 'delibere-audit',
    format: 1,
    log,
    authorityKey: base64UrlEncode(authorityKey),
    reader,
    at,
    ...(from === null ? {} : { from }),
  }
  yield* foundLines(source, seen, founding)
  let entries = 0
  for await (const { entry, commit } of places()) {
    entries += 1
    yield { is: 'entry', entry, commit: commit && commitOf(commit) }
  }
  for (const checkpoint of checkpoints) yield checkpointOf(checkpoint)
  const kept = subject.of === 'authority' ? roomsOfCentre(source) : roomsOfCopy(source)
  for (const rooms of [kept, subject.rooms])
    for await (const { run, entries: told, checkpoint } of rooms) {
      for await (const entry of told) yield { is: 'run-entry', run, entry }
      yield { ...checkpointOf(checkpoint), run }
    }
  yield { is: 'end', entries }
}

/** Whether a copy lacks nothing that the centre would show: every commit, every key, and the founding that was declared. */
async function holdsAll(
  source: AuditSource,
  { isWhole, authors, declared }: SeenLog,
  { devices, mandates, states }: Founding,
  ports: CommitDigest,
): Promise<boolean> {
  if (!isWhole || declared === null) return false
  for (const author of authors) if ((await source.row('device', author)) === null) return false
  const digest = foundingDigest(ports)
  for (const line of [...devices, ...mandates, ...states]) digest.take(line)
  return digest.text() === declared
}

/** An entry with its commit, as far as the source holds it; `commit.body` empty: no body is kept. */
export interface ExportedPlace {
  readonly entry: Entry
  readonly commit: SignedCommit | null
}

function placesOf(
  source: AuditSource,
  { log, of }: AuditSubject,
  from: number,
  vouched: number,
): () => AsyncGenerator<ExportedPlace> {
  return async function* () {
    const length = of === 'authority' ? ((await source.row('log', 'log'))?.g ?? 0) : vouched
    for (let g = from + 1; g <= length; g++) {
      const entry =
        of === 'authority'
          ? (await source.row('entry', String(g)))?.entry
          : (await source.row('heard', `${log}/${g}`))?.entry
      if (entry === undefined) return
      yield { entry, commit: await commitAt(source, entry.cid) }
    }
  }
}

async function commitAt(source: AuditSource, cid: string): Promise<SignedCommit | null> {
  const record = await source.row('commit', cid)
  if (record !== null) return record.commit
  const place = await source.row('ownSeq', cid)
  const own = place === null ? null : await source.row('own', ownKey(place))
  return own?.commit ?? null
}

/** Where a copy begins that took the state of a later place: after the first entry that it heard. Null: at the beginning. */
async function startOf(
  source: AuditSource,
  log: string,
  vouched: Checkpoint | null,
): Promise<AuditedStart | null> {
  if (vouched === null || (await source.row('heard', `${log}/1`)) !== null) return null
  let start: AuditedStart = { g: vouched.g, r: vouched.r }
  for await (const [, { entry, r }] of source.scan('heard'))
    if (entry.log === log && entry.g < start.g) start = { g: entry.g, r: base64UrlEncode(r) }
  return start
}

const vouchedUpTo = (checkpoints: readonly SignedCheckpoint[]): Checkpoint | null =>
  checkpoints.reduce<Checkpoint | null>(
    (last, { checkpoint }) => (last === null || checkpoint.g > last.g ? checkpoint : last),
    null,
  )

const commitOf = ({ header, body, signature }: SignedCommit): AuditedCommit => ({
  header: base64UrlEncode(header),
  body: body.length === 0 ? null : base64UrlEncode(body),
  signature: base64UrlEncode(signature),
})

const checkpointOf = ({ checkpoint, signature }: SignedCheckpoint): AuditedCheckpoint => ({
  is: 'checkpoint',
  ...checkpoint,
  signature: base64UrlEncode(signature),
})
