import type { CommitDigest } from '../commitPorts.ts'
import { type BlobManifest, chunkSizeAt, transferOf } from './blobManifest.ts'
import type { Reception } from './blobPorts.ts'
import { type ChunkMap, missingChunks } from './chunkMap.ts'
import { hexDigest } from './hexDigest.ts'

/**
 * One blob on its way here from any number of sources [BL4-BL6]. A value: it may be thrown away at any instant, since
 * what was received lies in the store and `opened` tells it again.
 */
export interface IncomingBlob {
  readonly sha256: string
  readonly sources: Readonly<Record<string, SourceStanding>>
  /** The description followed; null while no source gave one that still stands. */
  readonly following: { readonly transfer: string; readonly manifest: BlobManifest } | null
  /** What the store holds of it; null until it has opened the reception. */
  readonly held: ChunkMap | null
  /** Chunks asked for, and those checked that the store is writing. */
  readonly underWay: readonly ChunkUnderWay[]
  /** Transfers whose whole did not match: never followed again. */
  readonly falseTransfers: readonly string[]
  /** Stuck: nobody there can give the rest; a source that joins sets it going again. */
  readonly phase: 'under way' | 'whole' | 'stuck'
}

interface SourceStanding {
  /** Null until it has answered. */
  readonly offered: { readonly transfer: string; readonly manifest: BlobManifest } | null
  /** Requests in a row that came to nothing. */
  readonly cuts: number
  /** Chunks that it gave wrong: never asked of it again. */
  readonly wrong: readonly number[]
}

interface ChunkUnderWay {
  readonly index: number
  readonly source: string
  readonly step: 'asked' | 'being kept'
}

export type IncomingEvent =
  | { readonly kind: 'joined'; readonly source: string }
  | { readonly kind: 'left'; readonly source: string }
  /** Null: the source does not hold it. */
  | { readonly kind: 'described'; readonly source: string; readonly manifest: BlobManifest | null }
  | { readonly kind: 'opened'; readonly reception: Reception }
  | {
      readonly kind: 'arrived'
      readonly source: string
      readonly index: number
      readonly bytes: Uint8Array
    }
  /** A request that was cut, refused or too slow. */
  | { readonly kind: 'cut'; readonly source: string; readonly index: number }
  | { readonly kind: 'kept'; readonly index: number; readonly reception: Reception }
  /** The store read the whole back: it is not what was asked for. */
  | { readonly kind: 'refuted'; readonly transfer: string }

export type IncomingEffect =
  | { readonly kind: 'describe'; readonly source: string }
  | { readonly kind: 'open'; readonly manifest: BlobManifest }
  | { readonly kind: 'fetch'; readonly source: string; readonly index: number }
  | { readonly kind: 'keep'; readonly transfer: string; readonly index: number; readonly bytes: Uint8Array }

export interface IncomingStep {
  readonly blob: IncomingBlob
  readonly effects: readonly IncomingEffect[]
}

export const startIncoming = (sha256: string): IncomingBlob => ({
  sha256,
  sources: {},
  following: null,
  held: null,
  underWay: [],
  falseTransfers: [],
  phase: 'stuck',
})

/** Requests of one source at a time: enough to fill a room's network, little to lose in a cut. */
export const maxRequestsPerSource = 2
/** Bounds the memory of a transfer: chunks asked for and not yet on the disk. */
export const maxChunksUnderWay = 4
/** Requests in a row that come to nothing before a source is left alone until it joins again. */
export const maxCuts = 3

/** Total: an event that no longer means anything (a late answer of a source that left) changes nothing. */
export function stepIncoming(blob: IncomingBlob, event: IncomingEvent, ports: CommitDigest): IncomingStep {
  if (blob.phase === 'whole') return { blob, effects: [] }
  const { blob: after, effects } = take(blob, event, ports)
  return goOn(after, effects)
}

function take(blob: IncomingBlob, event: IncomingEvent, ports: CommitDigest): IncomingStep {
  switch (event.kind) {
    case 'joined':
      return {
        blob: withSource(blob, event.source, { offered: null, cuts: 0, wrong: [] }),
        effects: [{ kind: 'describe', source: event.source }],
      }
    case 'left':
      return still(withoutSource(blob, event.source))
    case 'described':
      return still(described(blob, event.source, event.manifest, ports))
    case 'opened':
      return event.reception.transfer === blob.following?.transfer
        ? still(standing(blob, event.reception))
        : still(blob)
    case 'cut':
      return still(cut(blob, event.source, event.index))
    case 'arrived':
      return arrived(blob, event, ports)
    case 'kept': {
      if (event.reception.transfer !== blob.following?.transfer) return still(blob)
      const settled = { ...blob, underWay: blob.underWay.filter(({ index }) => index !== event.index) }
      return still(standing(settled, event.reception))
    }
    case 'refuted':
      return still(refuted(blob, event.transfer))
  }
}

const still = (blob: IncomingBlob): IncomingStep => ({ blob, effects: [] })

function described(
  blob: IncomingBlob,
  source: string,
  manifest: BlobManifest | null,
  ports: CommitDigest,
): IncomingBlob {
  const known = blob.sources[source]
  if (known === undefined) return blob
  if (manifest === null || manifest.sha256 !== blob.sha256) return withoutSource(blob, source)
  const transfer = transferOf(manifest, ports)
  if (blob.falseTransfers.includes(transfer)) return withoutSource(blob, source)
  return withSource(blob, source, { ...known, offered: { transfer, manifest } })
}

/** The store has the last word on what is held: it alone knows what reached the disk. */
const standing = (blob: IncomingBlob, { held, whole }: Reception): IncomingBlob =>
  whole ? { ...blob, held, phase: 'whole', underWay: [] } : { ...blob, held }

function cut(blob: IncomingBlob, name: string, index: number): IncomingBlob {
  const source = blob.sources[name]
  const freed = { ...blob, underWay: blob.underWay.filter((one) => !isAsked(one, name, index)) }
  if (source === undefined) return freed
  const cuts = source.cuts + 1
  return cuts >= maxCuts ? withoutSource(freed, name) : withSource(freed, name, { ...source, cuts })
}

function arrived(
  blob: IncomingBlob,
  { source: name, index, bytes }: Extract<IncomingEvent, { kind: 'arrived' }>,
  ports: CommitDigest,
): IncomingStep {
  const source = blob.sources[name]
  const { following } = blob
  if (source === undefined || following === null || !blob.underWay.some((one) => isAsked(one, name, index)))
    return still(blob)
  const { manifest, transfer } = following
  const isRight =
    bytes.length === chunkSizeAt(manifest, index) && hexDigest(bytes, ports) === manifest.chunks[index]
  if (!isRight) {
    const freed = { ...blob, underWay: blob.underWay.filter((one) => !isAsked(one, name, index)) }
    return still(withSource(freed, name, { ...source, wrong: [...source.wrong, index] }))
  }
  const underWay = blob.underWay.map((one) =>
    isAsked(one, name, index) ? { ...one, step: 'being kept' as const } : one,
  )
  return {
    blob: withSource({ ...blob, underWay }, name, { ...source, cuts: 0 }),
    effects: [{ kind: 'keep', transfer, index, bytes }],
  }
}

/** Whoever described what proved false is believed no more; another source may still have the true one. */
const refuted = (blob: IncomingBlob, transfer: string): IncomingBlob => ({
  ...letGo(blob, transfer),
  falseTransfers: [...blob.falseTransfers, transfer],
})

/** Without the sources that follow this description, and without it. */
function letGo(blob: IncomingBlob, transfer: string): IncomingBlob {
  const sources = Object.fromEntries(
    Object.entries(blob.sources).filter(([, { offered }]) => offered?.transfer !== transfer),
  )
  return blob.following?.transfer === transfer
    ? { ...blob, sources, following: null, held: null, underWay: [] }
    : { ...blob, sources }
}

/** Everything the state allows now: a description to follow, then the lowest missing chunks over the free sources. */
function goOn(blob: IncomingBlob, before: readonly IncomingEffect[]): IncomingStep {
  if (blob.phase === 'whole') return { blob, effects: before }
  const { blob: led, effects: opening } = withSomethingToFollow(blob)
  const { blob: asking, effects: requests } = withRequests(led)
  // Nobody can give what this description still lacks: what another source describes may be had.
  if (asking.following !== null && asking.held !== null && asking.underWay.length === 0)
    return goOn(letGo(asking, asking.following.transfer), before)
  const waits =
    asking.following !== null || Object.values(asking.sources).some(({ offered }) => offered === null)
  return {
    blob: { ...asking, phase: waits ? 'under way' : 'stuck' },
    effects: [...before, ...opening, ...requests],
  }
}

function withSomethingToFollow(blob: IncomingBlob): IncomingStep {
  if (blob.following !== null) return still(blob)
  const following = Object.values(blob.sources).find(({ offered }) => offered !== null)?.offered
  if (following === undefined || following === null) return still(blob)
  return { blob: { ...blob, following }, effects: [{ kind: 'open', manifest: following.manifest }] }
}

function withRequests(blob: IncomingBlob): IncomingStep {
  const effects: IncomingEffect[] = []
  let after = blob
  for (const index of blob.held === null ? [] : missingChunks(blob.held)) {
    if (after.underWay.length >= maxChunksUnderWay) break
    if (after.underWay.some((one) => one.index === index)) continue
    const source = freeSource(after, index)
    if (source === undefined) continue
    after = { ...after, underWay: [...after.underWay, { index, source, step: 'asked' }] }
    effects.push({ kind: 'fetch', source, index })
  }
  return { blob: after, effects }
}

/** The least busy of those that follow the same description and never gave this chunk wrong. */
function freeSource(blob: IncomingBlob, index: number): string | undefined {
  const busy = (name: string) => blob.underWay.filter(({ source }) => source === name).length
  return Object.entries(blob.sources)
    .filter(
      ([name, { offered, wrong }]) =>
        offered !== null &&
        offered.transfer === blob.following?.transfer &&
        !wrong.includes(index) &&
        busy(name) < maxRequestsPerSource,
    )
    .map(([name]) => name)
    .sort((a, b) => busy(a) - busy(b))[0]
}

const isAsked = (one: ChunkUnderWay, source: string, index: number): boolean =>
  one.step === 'asked' && one.source === source && one.index === index

const withSource = (blob: IncomingBlob, name: string, source: SourceStanding): IncomingBlob => ({
  ...blob,
  sources: { ...blob.sources, [name]: source },
})

/** What was asked of it may be asked of another; what it gave is still being kept. */
function withoutSource(blob: IncomingBlob, name: string): IncomingBlob {
  const { [name]: _gone, ...sources } = blob.sources
  const underWay = blob.underWay.filter(({ source, step }) => source !== name || step === 'being kept')
  return { ...blob, sources, underWay }
}
