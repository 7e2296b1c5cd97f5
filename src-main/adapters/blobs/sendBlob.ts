import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import type { BlobManifest } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore, Reception } from '#shared/operations/blobs/blobPorts.ts'
import { missingChunks } from '#shared/operations/blobs/chunkMap.ts'
import {
  type OutgoingEffect,
  type OutgoingEvent,
  startOutgoing,
  stepOutgoing,
} from '#shared/operations/blobs/outgoingBlob.ts'
import { eventQueue } from './eventQueue.ts'
import type { FetchControl } from './fetchBlob.ts'

/** The authority that a blob is sent to. A refusal is for good; an exception is a cut. */
export interface BlobTarget {
  describe(manifest: BlobManifest): Promise<Result<Reception>>
  put(sha256: string, transfer: string, index: number, bytes: Uint8Array): Promise<Result<Reception>>
}

/**
 * Sends one blob that lies here whole; what the other side holds already is not sent again. Refuses `blob.absent`
 * (not whole here, or the target stays out of reach: it is offered again later), `blob.altered` (it rotted here),
 * `file.cancelled`, and what the target refuses for good.
 */
export async function sendBlob(
  sha256: string,
  { store, target }: { store: Pick<BlobStore, 'whole' | 'chunk'>; target: BlobTarget },
  { onProgress, signal }: FetchControl,
): Promise<Result<null>> {
  const here = await store.whole(sha256)
  if (!here.ok) return here
  if (here.value === null) return refuse('blob.absent', { sha256 })
  const { chunks } = here.value
  const events = eventQueue<Answer>()
  let { blob, effects } = startOutgoing(here.value)
  let transfer = ''
  /** Answers of before a cut belong to requests that are no longer counted. */
  let round = 0
  while (true) {
    for (const effect of effects)
      events.pushWhenDone(perform(effect, { sha256, transfer, round, store, target }))
    if (blob.phase === 'arrived') return ok(null)
    if (blob.phase === 'stuck') return refuse('blob.absent', { sha256 })
    const answer = await events.next()
    if (signal.aborted) return refuse('file.cancelled')
    if (answer.refusal !== undefined) return { ok: false, refusal: answer.refusal }
    effects = []
    if (answer.round !== round) continue
    if (answer.event.kind === 'cut') round++
    if (answer.event.kind === 'standing') transfer = answer.event.reception.transfer
    ;({ blob, effects } = stepOutgoing(blob, answer.event))
    if (blob.held !== null)
      onProgress({ done: chunks.length - missingChunks(blob.held).length, total: chunks.length })
  }
}

interface Answer {
  readonly round: number
  readonly event: OutgoingEvent
  readonly refusal?: Refusal
}

async function perform(
  effect: OutgoingEffect,
  {
    sha256,
    transfer,
    round,
    store,
    target,
  }: {
    sha256: string
    transfer: string
    round: number
    store: Pick<BlobStore, 'chunk'>
    target: BlobTarget
  },
): Promise<Answer> {
  const refused = (refusal: Refusal): Answer => ({ round, event: { kind: 'refused' }, refusal })
  const index = effect.kind === 'send' ? effect.index : undefined
  const bytes = index === undefined ? null : await store.chunk(sha256, index)
  if (bytes !== null && !bytes.ok) return refused(bytes.refusal)
  try {
    const standing =
      effect.kind === 'describe'
        ? await target.describe(effect.manifest)
        : await target.put(sha256, transfer, effect.index, bytes?.value ?? new Uint8Array())
    if (!standing.ok) return refused(standing.refusal)
    return {
      round,
      event: { kind: 'standing', reception: standing.value, ...(index === undefined ? {} : { index }) },
    }
  } catch {
    return { round, event: { kind: 'cut' } }
  }
}
