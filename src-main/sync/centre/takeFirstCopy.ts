import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import type { DeviceExchange, Followed } from '#shared/operations/exchange/deviceExchange.ts'
import { fedRow } from '#shared/operations/exchange/shapes.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import {
  type FirstSyncManifest,
  type SignedFirstSync,
  verifyFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import {
  checkChunk,
  checkWhole,
  type FirstSyncProgress,
  nothingRead,
  readChunk,
} from '#shared/operations/first-sync/firstSyncReading.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import { endFirstCopy, takeFirstRows } from '#shared/operations/replica/takeFirstCopy.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { openChunk } from '../../adapters/bundles/openChunk.ts'

export interface FirstCopyControl {
  /** In rows. */
  onProgress(done: number, total: number): void
  readonly signal: { readonly aborted: boolean }
}

/** The file that it fills, with what the host keeps in it. */
export interface FirstCopyFile {
  readonly fileId: string
  readonly sharing: Pick<FileSharing, 'take' | 'kept' | 'keep'>
}

/**
 * [HS4, FS3] The content of a first copy, chunk by chunk, each durable before the next is asked for: memory is that of a chunk,
 * and after a cut the same call goes on from there. The copy follows its log only once all of it is here and counted.
 * Refuses `network.lost`, `first-sync.incomplete` (the centre does not keep that copy any more: call again),
 * `first-sync.bad-signature`, `first-sync.malformed`, `first-sync.altered`, `file.cancelled`, and what the file refuses.
 */
export async function takeFirstCopy(
  { fileId, sharing }: FirstCopyFile,
  { log, authorityKey }: Pick<Followed, 'log' | 'authorityKey'>,
  exchange: Pick<DeviceExchange, 'ask'>,
  ports: CommitDigest & CommitVerifier,
  { onProgress, signal }: FirstCopyControl,
): Promise<Result<null>> {
  const standing = await exchange.ask('standing', {})
  const offered = await exchange.ask('first-sync', {})
  if (!standing.ok || !offered.ok) return refuse('network.lost')
  const [signed] = offered.value.manifests
  if (signed === undefined || authorityKey === null) return refuse('first-sync.malformed')
  const verified = verifyFirstSync(signed, authorityKey, ports)
  if (!verified.ok) return verified
  const manifest = verified.value
  const receipt = base64UrlDecode(manifest.r)
  const isOurs = manifest.org === fileId && manifest.log === log && manifest.sv <= knownSchema
  if (!isOurs || receipt === undefined) return refuse('first-sync.malformed', { scope: manifest.scope })
  const desk = openKept(sharing, signed, ports)
  onProgress(desk.progress().rows, manifest.rows)
  while (desk.progress().chunks < manifest.chunks.length) {
    if (signal.aborted) return refuse('file.cancelled')
    const read = await nextChunk(manifest, desk.progress(), exchange, ports)
    if (!read.ok) return read
    const { rows, progress } = read.value
    const taken = sharing.take((copy) => takeFirstRows(copy, rows, log))
    if (!taken.ok) return taken
    desk.keep(progress)
    onProgress(progress.rows, manifest.rows)
  }
  const whole = checkWhole(manifest, desk.progress())
  if (!whole.ok) {
    // Rows that do not lead to what was signed are not gone on with.
    desk.keep(nothingRead)
    return whole
  }
  const { epoch } = standing.value
  const ended = sharing.take((copy) =>
    endFirstCopy(copy, { log, epoch, g: manifest.g, r: receipt }, desk.begunElsewhere),
  )
  if (!ended.ok) return ended
  if (ended.value.some(({ kind }) => kind === 'out-of-step')) return refuse('first-sync.malformed')
  desk.forget()
  return ok(null)
}

async function nextChunk(
  manifest: FirstSyncManifest,
  progress: FirstSyncProgress,
  exchange: Pick<DeviceExchange, 'ask'>,
  ports: CommitDigest,
): Promise<Result<{ readonly rows: readonly FedRow[]; readonly progress: FirstSyncProgress }>> {
  const { scope } = manifest
  const place = { scope, chunk: progress.chunks }
  const sha256 = manifest.chunks[progress.chunks]?.sha256 ?? ''
  const given = await exchange.ask('first-sync-chunk', { sha256 })
  if (!given.ok) return given.why === 'lost' ? refuse('network.lost') : refuse('first-sync.incomplete', place)
  const { chunk } = given.value
  const checked = checkChunk(manifest, progress, chunk, ports)
  if (!checked.ok) return checked
  const content = openChunk(chunk)
  const read = content && readChunk(manifest, progress, content, ports)
  if (read?.ok !== true) return read ?? refuse('first-sync.altered', place)
  const { rows } = read.value
  // What the centre signed may still be of a later program.
  if (!rows.every((row) => fedRow(row))) return refuse('first-sync.malformed', place)
  return ok({ rows: rows as unknown as readonly FedRow[], progress: read.value.progress })
}

/** How far the file is, of which state; kept after each chunk: what a cut leaves between is taken twice. */
function openKept(sharing: FirstCopyFile['sharing'], { manifest }: SignedFirstSync, ports: CommitDigest) {
  const name = base64UrlEncode(ports.sha256(manifest))
  const kept = sharing.kept(keptName) as unknown as Kept | null
  const isSame = kept?.name === name
  const begunElsewhere = kept !== null && (!isSame || kept.begunElsewhere)
  let progress: FirstSyncProgress = isSame
    ? { ...kept, digest: base64UrlDecode(kept.digest) ?? nothingRead.digest }
    : nothingRead
  const keep = (next: FirstSyncProgress): void => {
    progress = next
    const { chunks, rows, digest } = next
    const now: Kept = { name, chunks, rows, digest: base64UrlEncode(digest), begunElsewhere }
    sharing.keep(keptName, now as unknown as Json)
  }
  return { progress: () => progress, keep, begunElsewhere, forget: () => sharing.keep(keptName, null) }
}

interface Kept {
  readonly name: string
  readonly chunks: number
  readonly rows: number
  readonly digest: string
  readonly begunElsewhere: boolean
}

const keptName = 'first-copy'
