import type { BlobManifest } from './blobManifest.ts'
import type { Reception } from './blobPorts.ts'
import { type ChunkMap, missingChunks } from './chunkMap.ts'
import { maxChunksUnderWay, maxCuts } from './incomingBlob.ts'

/**
 * One blob on its way from here to an authority [BL4]. The other side alone says what it holds: after a cut it is
 * asked again, and nothing that arrived is sent twice.
 */
export interface OutgoingBlob {
  readonly manifest: BlobManifest
  /** What the other side holds; null while it has not said so since the last cut. */
  readonly held: ChunkMap | null
  readonly underWay: readonly number[]
  /** Cuts in a row. */
  readonly cuts: number
  readonly phase: 'under way' | 'arrived' | 'refused' | 'stuck'
}

export type OutgoingEvent =
  /** The answer to a description, and to each chunk. */
  | { readonly kind: 'standing'; readonly reception: Reception; readonly index?: number }
  | { readonly kind: 'cut' }
  /** For good: not cited, malformed, found false. Sending again would change nothing. */
  | { readonly kind: 'refused' }

export type OutgoingEffect =
  | { readonly kind: 'describe'; readonly manifest: BlobManifest }
  | { readonly kind: 'send'; readonly index: number }

export interface OutgoingStep {
  readonly blob: OutgoingBlob
  readonly effects: readonly OutgoingEffect[]
}

export const startOutgoing = (manifest: BlobManifest): OutgoingStep => ({
  blob: { manifest, held: null, underWay: [], cuts: 0, phase: 'under way' },
  effects: [{ kind: 'describe', manifest }],
})

export function stepOutgoing(blob: OutgoingBlob, event: OutgoingEvent): OutgoingStep {
  if (blob.phase !== 'under way') return { blob, effects: [] }
  switch (event.kind) {
    case 'refused':
      return { blob: { ...blob, underWay: [], phase: 'refused' }, effects: [] }
    case 'cut': {
      // The requests beside the one that was cut answer nothing that can be trusted to be of now.
      const after = { ...blob, held: null, underWay: [], cuts: blob.cuts + 1 }
      return after.cuts >= maxCuts
        ? { blob: { ...after, phase: 'stuck' }, effects: [] }
        : { blob: after, effects: [{ kind: 'describe', manifest: blob.manifest }] }
    }
    case 'standing':
      return sendMore(blob, event)
  }
}

function sendMore(
  blob: OutgoingBlob,
  { reception, index }: Extract<OutgoingEvent, { kind: 'standing' }>,
): OutgoingStep {
  const { held, whole } = reception
  if (whole) return { blob: { ...blob, held, underWay: [], phase: 'arrived' }, effects: [] }
  const left = blob.underWay.filter((one) => one !== index)
  const missing = missingChunks(held)
  // All of it is there and is not whole: the other side was cut just before. Its last chunk again has it put together.
  const wanted = missing.length > 0 || left.length > 0 ? missing : [blob.manifest.chunks.length - 1]
  if (index !== undefined && wanted !== missing)
    return { blob: { ...blob, held, underWay: [], phase: 'stuck' }, effects: [] }
  const next = wanted.filter((one) => !left.includes(one)).slice(0, maxChunksUnderWay - left.length)
  return {
    // A description alone proves no progress: only a chunk that arrived ends a run of cuts.
    blob: { ...blob, held, underWay: [...left, ...next], cuts: index === undefined ? blob.cuts : 0 },
    effects: next.map((one) => ({ kind: 'send', index: one })),
  }
}
