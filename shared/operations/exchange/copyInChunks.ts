import type { LogRecord } from '../authority/records.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { FedRow } from '../feed/feed.ts'
import { type FirstSyncManifest, verifyFirstSync } from '../first-sync/firstSyncManifest.ts'
import {
  checkChunk,
  checkWhole,
  type FirstSyncProgress,
  nothingRead,
  readChunk,
} from '../first-sync/firstSyncReading.ts'
import { knownSchema } from '../judge/judge.ts'
import type { OpenAsks } from './askAuthority.ts'
import type { DeviceSettings, Followed } from './deviceExchange.ts'
import { fedRow } from './shapes.ts'

/** The chunks of a whole copy that are here, compressed as they came: after a cut of the line the next one goes on from there. */
export interface ChunksHere {
  /** What a chunk holds; undefined for what is none. */
  open(chunk: Uint8Array): Uint8Array | undefined
  /** Of which manifest; null: none was begun. */
  begun: { readonly name: string; readonly chunks: Uint8Array[]; progress: FirstSyncProgress } | null
}

export const chunksHere = (open: ChunksHere['open']): ChunksHere => ({ open, begun: null })

/** A whole copy, its rows opened a chunk at a time as they are walked. */
export interface GivenCopy {
  readonly head: LogRecord
  readonly rows: Iterable<FedRow>
}

/**
 * [EX14, FS1-FS3] A whole copy as the centre signed it at one place of its log, `atLeast` or further: chunk by chunk, each
 * checked before the next is asked for. Never more than the compressed chunks and one that is open is held.
 * @returns `not-here`: this authority makes none; null: not this time; a text: what it gave is false.
 */
export async function copyInChunks(
  asks: Pick<OpenAsks, 'ask'>,
  { log, authorityKey }: Followed,
  { ports }: Pick<DeviceSettings, 'ports'>,
  here: ChunksHere,
  atLeast: number,
): Promise<GivenCopy | 'not-here' | { readonly broken: string } | null> {
  if (authorityKey === null) return 'not-here'
  const standing = await asks.ask('standing', {})
  const offered = await asks.ask('first-sync', { atLeast })
  if (!offered.ok) return offered.why === 'not-here' ? 'not-here' : null
  const [signed] = offered.value.manifests
  if (!standing.ok || signed === undefined) return null
  const verified = verifyFirstSync(signed, authorityKey, ports)
  const r = verified.ok ? base64UrlDecode(verified.value.r) : undefined
  if (!verified.ok || verified.value.log !== log || r === undefined)
    return { broken: 'a copy that nobody vouches for' }
  const manifest = verified.value
  // Of a later program: it is told elsewhere that this one must be brought up to date.
  if (manifest.sv > knownSchema) return null
  const name = base64UrlEncode(ports.sha256(signed.manifest))
  if (here.begun?.name !== name) here.begun = { name, chunks: [], progress: nothingRead }
  const { begun } = here
  while (begun.chunks.length < manifest.chunks.length) {
    const sha256 = manifest.chunks[begun.chunks.length]?.sha256 ?? ''
    const given = await asks.ask('first-sync-chunk', { sha256 })
    if (!given.ok) return null
    // A view on what came: kept by itself.
    const chunk = given.value.chunk.slice()
    const read = rowsIn(manifest, begun.progress, chunk, here, ports)
    if (read === undefined) return { broken: 'a chunk that is not what was signed' }
    begun.chunks.push(chunk)
    begun.progress = read.progress
  }
  if (!checkWhole(manifest, begun.progress).ok) return { broken: 'a copy that is not what was signed' }
  const { epoch } = standing.value
  return { head: { log, epoch, g: manifest.g, r }, rows: walk(manifest, begun.chunks, here, ports) }
}

function* walk(
  manifest: FirstSyncManifest,
  chunks: readonly Uint8Array[],
  here: ChunksHere,
  ports: DeviceSettings['ports'],
): Generator<FedRow> {
  let progress = nothingRead
  for (const chunk of chunks) {
    const read = rowsIn(manifest, progress, chunk, here, ports)
    if (read === undefined) throw new Error('a chunk that was checked')
    yield* read.rows
    progress = read.progress
  }
}

/** Undefined for anything but the next chunk, whole and of rows. */
function rowsIn(
  manifest: FirstSyncManifest,
  progress: FirstSyncProgress,
  chunk: Uint8Array,
  { open }: ChunksHere,
  ports: DeviceSettings['ports'],
): { readonly rows: readonly FedRow[]; readonly progress: FirstSyncProgress } | undefined {
  if (!checkChunk(manifest, progress, chunk, ports).ok) return undefined
  const content = open(chunk)
  const read = content && readChunk(manifest, progress, content, ports)
  if (!read?.ok || !read.value.rows.every((row) => fedRow(row))) return undefined
  return { rows: read.value.rows as unknown as readonly FedRow[], progress: read.value.progress }
}
