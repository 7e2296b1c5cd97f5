import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import type { BlobManifest } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobSource, BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import { missingChunks } from '#shared/operations/blobs/chunkMap.ts'
import {
  type IncomingEffect,
  type IncomingEvent,
  startIncoming,
  stepIncoming,
} from '#shared/operations/blobs/incomingBlob.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import type { Progress } from '#shared/usecases/ports.ts'
import { eventQueue } from './eventQueue.ts'

export interface FetchControl {
  /** In chunks. */
  onProgress(progress: Progress): void
  readonly signal: { readonly aborted: boolean }
}

/**
 * Brings one blob here from every source that has it, at once; what a cut left is taken up again. Answers its
 * manifest once it lies here whole. Refuses `blob.absent` when the sources cannot give the rest (what came is kept),
 * `file.cancelled`, and what the store refuses.
 */
export async function fetchBlob(
  sha256: string,
  { store, sources, digest }: { store: BlobStore; sources: readonly BlobSource[]; digest: CommitDigest },
  { onProgress, signal }: FetchControl,
): Promise<Result<BlobManifest>> {
  const here = await store.whole(sha256)
  if (!here.ok) return here
  if (here.value !== null) return ok(here.value)
  const events = eventQueue<IncomingEvent | { readonly kind: 'store refused'; readonly refusal: Refusal }>()
  const named = new Map(sources.map((source) => [source.name, source]))
  for (const { name } of sources) events.push({ kind: 'joined', source: name })
  let blob = startIncoming(sha256)
  for (let left = sources.length; left > 0 || blob.phase === 'under way'; left--) {
    const event = await events.next()
    // Requests under way end by themselves; their answers find nobody.
    if (signal.aborted) return refuse('file.cancelled')
    if (event.kind === 'store refused') return { ok: false, refusal: event.refusal }
    const step = stepIncoming(blob, event, digest)
    blob = step.blob
    for (const effect of step.effects) events.pushWhenDone(perform(effect, sha256, named, store))
    if (blob.held !== null)
      onProgress({ done: blob.held.count - missingChunks(blob.held).length, total: blob.held.count })
  }
  const manifest = blob.following?.manifest
  return blob.phase === 'whole' && manifest !== undefined ? ok(manifest) : refuse('blob.absent', { sha256 })
}

async function perform(
  effect: IncomingEffect,
  sha256: string,
  sources: ReadonlyMap<string, BlobSource>,
  store: BlobStore,
): Promise<IncomingEvent | { readonly kind: 'store refused'; readonly refusal: Refusal }> {
  switch (effect.kind) {
    case 'describe': {
      const { source } = effect
      try {
        return { kind: 'described', source, manifest: (await sources.get(source)?.manifest(sha256)) ?? null }
      } catch {
        return { kind: 'left', source }
      }
    }
    case 'fetch': {
      const { source, index } = effect
      try {
        const bytes = await sources.get(source)?.chunk(sha256, index)
        return bytes === undefined
          ? { kind: 'cut', source, index }
          : { kind: 'arrived', source, index, bytes }
      } catch {
        return { kind: 'cut', source, index }
      }
    }
    case 'open': {
      const reception = await store.receive(effect.manifest)
      return reception.ok
        ? { kind: 'opened', reception: reception.value }
        : { kind: 'store refused', refusal: reception.refusal }
    }
    case 'keep': {
      const { transfer, index, bytes } = effect
      const kept = await store.putChunk(sha256, transfer, index, bytes)
      if (kept.ok) return { kind: 'kept', index, reception: kept.value }
      if (kept.refusal.code !== 'blob.altered') return { kind: 'store refused', refusal: kept.refusal }
      if (kept.refusal.details.part === 'whole') return { kind: 'refuted', transfer }
      // The bytes were right, so the disk lost another slot meanwhile: what it holds is asked again.
      const standing = await store.reception(sha256, transfer)
      if (!standing.ok || standing.value === null) return { kind: 'store refused', refusal: kept.refusal }
      return { kind: 'kept', index, reception: standing.value }
    }
  }
}
