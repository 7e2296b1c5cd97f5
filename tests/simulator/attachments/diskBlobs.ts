import { wholeReception } from '#main/adapters/blobs/publishBlob.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type BlobManifest,
  chunkSizeAt,
  describeBlob,
  transferOf,
} from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore, Reception } from '#shared/operations/blobs/blobPorts.ts'
import { emptyChunkMap, isWhole, withChunk } from '#shared/operations/blobs/chunkMap.ts'
import { hexDigest } from '#shared/operations/blobs/hexDigest.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'

/** Attachments on the disk of a node. What is written is seen at once; `landed` at the next step, when it is on the disk. */
export interface DiskBlobs extends BlobStore {
  /** Digests of what lies here whole. */
  held(): readonly string[]
  landed(): void
}

export interface WholeBlob {
  readonly manifest: BlobManifest
  readonly content: Uint8Array
}

export const wholePlace = 'blob|'

export function wholeRow(content: Uint8Array, ports: CommitDigest): Rows[number] {
  const manifest = describeBlob(content, ports)
  if (!manifest.ok) throw new Error('a paper is not that large')
  return [`${wholePlace}${manifest.value.sha256}`, { manifest: manifest.value, content } satisfies WholeBlob]
}

/** @param isTrusting B13: what comes is kept as it comes. */
export function diskBlobs(
  disk: DiskReader,
  write: (rows: Rows) => void,
  ports: CommitDigest,
  isTrusting: boolean,
): DiskBlobs {
  const flying = new Map<string, unknown>()
  const keep = (rows: Rows): void => {
    for (const [key, value] of rows) flying.set(key, value)
    write(rows)
  }
  const get = (key: string): unknown => (flying.has(key) ? flying.get(key) : disk.get(key))
  const keysOf = (prefix: string): readonly string[] =>
    [...new Set([...disk.list(prefix).map(([key]) => key), ...flying.keys()])].filter(
      (key) => key.startsWith(prefix) && get(key) !== undefined,
    )
  const wholeOf = (sha256: string) => get(`${wholePlace}${sha256}`) as WholeBlob | undefined
  const partPlace = (sha256: string, transfer: string) => `blob-part|${sha256}/${transfer}`
  const piecePlace = (sha256: string, transfer: string, index: number) =>
    `blob-piece|${sha256}/${transfer}/${index}`
  const piece = (manifest: BlobManifest, transfer: string, index: number) =>
    get(piecePlace(manifest.sha256, transfer, index)) as Uint8Array | undefined
  const standing = (manifest: BlobManifest, transfer: string): Reception => {
    const held = manifest.chunks.reduce(
      (map, _, index) => (piece(manifest, transfer, index) === undefined ? map : withChunk(map, index)),
      emptyChunkMap(manifest.chunks.length),
    )
    return { transfer, held, whole: false }
  }
  const leftOf = (sha256: string): Rows =>
    [...keysOf(`blob-part|${sha256}/`), ...keysOf(`blob-piece|${sha256}/`)].map((key) => [key, undefined])
  const here = (sha256: string, transfer: string): Reception | null => {
    const whole = wholeOf(sha256)
    if (whole !== undefined && transferOf(whole.manifest, ports) === transfer)
      return wholeReception(whole.manifest, transfer)
    const manifest = get(partPlace(sha256, transfer)) as BlobManifest | undefined
    return whole !== undefined || manifest === undefined ? null : standing(manifest, transfer)
  }
  function published(manifest: BlobManifest, transfer: string): Result<Reception> {
    const { sha256 } = manifest
    const pieces = manifest.chunks.map((_, index) => piece(manifest, transfer, index) ?? new Uint8Array(0))
    const content = new Uint8Array(Buffer.concat(pieces))
    if (hexDigest(content, ports) !== sha256 && !isTrusting) {
      keep(leftOf(sha256))
      return refuse('blob.altered', { part: 'whole' })
    }
    keep([[`${wholePlace}${sha256}`, { manifest, content } satisfies WholeBlob], ...leftOf(sha256)])
    return ok(wholeReception(manifest, transfer))
  }
  return {
    held: () => keysOf(wholePlace).map((key) => key.slice(wholePlace.length)),
    landed: () => flying.clear(),
    whole: async (sha256) => ok(wholeOf(sha256)?.manifest ?? null),
    async receive(manifest) {
      const transfer = transferOf(manifest, ports)
      const known = here(manifest.sha256, transfer)
      if (known !== null)
        return known.whole || !isWhole(known.held) ? ok(known) : published(manifest, transfer)
      if (wholeOf(manifest.sha256) !== undefined) return refuse('blob.altered', { part: 'whole' })
      keep([[partPlace(manifest.sha256, transfer), manifest]])
      const opened = standing(manifest, transfer)
      return isWhole(opened.held) ? published(manifest, transfer) : ok(opened)
    },
    reception: async (sha256, transfer) => ok(here(sha256, transfer)),
    async putChunk(sha256, transfer, index, bytes) {
      const reception = here(sha256, transfer)
      if (reception === null) return refuse('blob.absent', { sha256 })
      if (reception.whole) return ok(reception)
      const manifest = get(partPlace(sha256, transfer)) as BlobManifest
      if (index >= manifest.chunks.length) return refuse('blob.malformed')
      const isRight =
        bytes.length === chunkSizeAt(manifest, index) && hexDigest(bytes, ports) === manifest.chunks[index]
      if (!isRight && !isTrusting) return refuse('blob.altered', { part: 'chunk' })
      keep([[piecePlace(sha256, transfer, index), bytes]])
      const after = standing(manifest, transfer)
      return isWhole(after.held) ? published(manifest, transfer) : ok(after)
    },
    async chunk(sha256, index) {
      const whole = wholeOf(sha256)
      if (whole === undefined) return refuse('blob.absent', { sha256 })
      if (index >= whole.manifest.chunks.length) return refuse('blob.malformed')
      const from = index * 1024 * 1024
      return ok(whole.content.subarray(from, from + chunkSizeAt(whole.manifest, index)))
    },
    async discard(sha256) {
      keep([[`${wholePlace}${sha256}`, undefined], ...leftOf(sha256)])
      return ok(null)
    },
  }
}
