import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BlobManifest, blobChunkBytes, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import {
  emptyChunkMap,
  fullChunkMap,
  hasChunk,
  isWhole,
  withChunk,
} from '#shared/operations/blobs/chunkMap.ts'
import {
  type IncomingBlob,
  type IncomingEffect,
  type IncomingEvent,
  maxChunksUnderWay,
  maxRequestsPerSource,
  startIncoming,
  stepIncoming,
} from '#shared/operations/blobs/incomingBlob.ts'

/** Looks at the first bytes alone, so that thousands of chunks of 1 MiB cost nothing; every chunk below differs there. */
const digest = {
  sha256: (bytes: Uint8Array) =>
    new Uint8Array(createHash('sha256').update(bytes.subarray(0, 4096)).digest()),
}
const hex = (bytes: Uint8Array) => Buffer.from(digest.sha256(bytes)).toString('hex')

const chunkCount = 6
const chunkOf = (index: number, salt = 0) => {
  const bytes = new Uint8Array(blobChunkBytes)
  bytes.set([index, salt])
  return bytes
}
const goodChunks = Array.from({ length: chunkCount }, (_, index) => chunkOf(index))
const otherChunks = Array.from({ length: chunkCount }, (_, index) => chunkOf(index, 1))
const sha256 = 'ab'.repeat(32)
const manifestOf = (chunks: readonly Uint8Array[]): BlobManifest => ({
  sha256,
  sizeBytes: chunkCount * blobChunkBytes,
  chunks: chunks.map(hex),
})
const trueManifest = manifestOf(goodChunks)
const falseManifest = manifestOf(otherChunks)
const trueTransfer = transferOf(trueManifest, digest)

/** How a source of the model behaves. */
type Nature = 'honest' | 'empty' | 'false manifest' | 'false chunks' | 'false both' | 'mute'
const natures: readonly Nature[] = ['honest', 'empty', 'false manifest', 'false chunks', 'false both', 'mute']

/** A world of sources and one store, in which a scheduler chooses which request ends next. */
function run(sources: readonly Nature[], choose: (count: number) => number, heldAtFirst: readonly number[]) {
  const stores = new Map([[trueTransfer, heldAtFirst.reduce(withChunk, emptyChunkMap(chunkCount))]])
  const fetched: { index: number; source: string }[] = []
  let blob: IncomingBlob = startIncoming(sha256)
  let pending: (() => IncomingEvent)[] = sources.map((_, place) => () => ({
    kind: 'joined',
    source: `s${place}`,
  }))
  let steps = 0
  while (pending.length > 0 && blob.phase !== 'whole') {
    if (++steps > 500) throw new Error('it never ends')
    const [event] = pending.splice(choose(pending.length), 1)
    const step = stepIncoming(blob, (event as () => IncomingEvent)(), digest)
    blob = step.blob
    expectBounded(blob)
    for (const effect of step.effects) {
      if (effect.kind === 'fetch') {
        expect(blob.held === null ? false : hasChunk(blob.held, effect.index)).toBe(false)
        fetched.push(effect)
      }
      pending.push(outcome(effect, sources, stores))
    }
  }
  pending = []
  return { blob, stored: stores.get(trueTransfer), fetched }
}

function expectBounded({ underWay }: IncomingBlob) {
  expect(underWay.length).toBeLessThanOrEqual(maxChunksUnderWay)
  expect(new Set(underWay.map(({ index }) => index)).size).toBe(underWay.length)
  for (const name of new Set(underWay.map(({ source }) => source)))
    expect(
      underWay.filter(({ source, step }) => source === name && step === 'asked').length,
    ).toBeLessThanOrEqual(maxRequestsPerSource)
}

function outcome(
  effect: IncomingEffect,
  sources: readonly Nature[],
  stores: Map<string, ReturnType<typeof emptyChunkMap>>,
): () => IncomingEvent {
  const natureOf = (source: string) => sources[Number(source.slice(1))] as Nature
  switch (effect.kind) {
    case 'describe': {
      const { source } = effect
      const nature = natureOf(source)
      if (nature === 'mute') return () => ({ kind: 'left', source })
      if (nature === 'empty') return () => ({ kind: 'described', source, manifest: null })
      const isTrue = nature === 'honest' || nature === 'false chunks'
      return () => ({ kind: 'described', source, manifest: isTrue ? trueManifest : falseManifest })
    }
    case 'open': {
      const transfer = transferOf(effect.manifest, digest)
      if (!stores.has(transfer)) stores.set(transfer, emptyChunkMap(chunkCount))
      return () => ({ kind: 'opened', reception: standing(stores, transfer) })
    }
    case 'fetch': {
      const { source, index } = effect
      const nature = natureOf(source)
      // « false both » never gives even what it described; « false manifest » does, and is found out at the end.
      if (nature === 'false both') return () => ({ kind: 'cut', source, index })
      const chunks = nature === 'honest' ? goodChunks : otherChunks
      return () => ({ kind: 'arrived', source, index, bytes: chunks[index] as Uint8Array })
    }
    case 'keep': {
      const { transfer, index, bytes } = effect
      return () => {
        expect(hex(bytes)).toBe((transfer === trueTransfer ? trueManifest : falseManifest).chunks[index])
        stores.set(transfer, withChunk(stores.get(transfer) ?? emptyChunkMap(chunkCount), index))
        const reception = standing(stores, transfer)
        return isWhole(reception.held) && transfer !== trueTransfer
          ? { kind: 'refuted', transfer }
          : { kind: 'kept', index, reception }
      }
    }
  }
}

function standing(stores: Map<string, ReturnType<typeof emptyChunkMap>>, transfer: string) {
  const held = stores.get(transfer) ?? emptyChunkMap(chunkCount)
  return { transfer, held, whole: transfer === trueTransfer && isWhole(held) }
}

const scheduler = fc.infiniteStream(fc.nat(1000)).map((stream) => (count: number) => {
  const { value } = stream.next()
  return (value as number) % count
})

test('[BL4] whatever lies, is silent or comes in any order: whole as soon as one source is honest, and never otherwise', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...natures), { maxLength: 5 }),
      scheduler,
      fc.uniqueArray(fc.nat(chunkCount - 2), { maxLength: 4 }),
      (sources, choose, heldAtFirst) => {
        const { blob, stored } = run(sources, choose, heldAtFirst)
        const isHonest = sources.includes('honest')
        expect(blob.phase).toBe(isHonest ? 'whole' : 'stuck')
        if (isHonest) expect(stored).toEqual(fullChunkMap(chunkCount))
      },
    ),
    { numRuns: 2000 },
  )
})

test('[BL5] what the store holds already is never asked for again, from any prefix', () => {
  for (let count = 0; count < chunkCount; count++) {
    const held = Array.from({ length: count }, (_, index) => index)
    const { fetched, blob } = run(['honest', 'honest'], () => 0, held)
    expect(blob.phase).toBe('whole')
    expect(fetched.map(({ index }) => index).sort()).toEqual(
      Array.from({ length: chunkCount - count }, (_, index) => count + index),
    )
  }
})

test('[BL5] two sources share the chunks', () => {
  const { fetched } = run(['honest', 'honest'], () => 0, [])
  expect(new Set(fetched.map(({ source }) => source))).toEqual(new Set(['s0', 's1']))
})

test('[BL6] a source that joins sets a stuck transfer going again', () => {
  const { blob } = run(['empty', 'mute'], () => 0, [])
  expect(blob.phase).toBe('stuck')
  const { blob: after, effects } = stepIncoming(blob, { kind: 'joined', source: 'centre' }, digest)
  expect([after.phase, effects]).toEqual(['under way', [{ kind: 'describe', source: 'centre' }]])
})

test('[BL4] late answers of a source that left, chunks nobody asked for: nothing changes', () => {
  const opened = [
    { kind: 'joined', source: 'hub' },
    { kind: 'described', source: 'hub', manifest: trueManifest },
    { kind: 'opened', reception: { transfer: trueTransfer, held: emptyChunkMap(chunkCount), whole: false } },
  ] as const
  const blob = opened.reduce<IncomingBlob>(
    (state, event) => stepIncoming(state, event, digest).blob,
    startIncoming(sha256),
  )
  const strays: readonly IncomingEvent[] = [
    { kind: 'arrived', source: 'hub', index: 5, bytes: goodChunks[5] as Uint8Array },
    { kind: 'arrived', source: 'nobody', index: 0, bytes: goodChunks[0] as Uint8Array },
    { kind: 'described', source: 'nobody', manifest: falseManifest },
    { kind: 'left', source: 'nobody' },
    { kind: 'opened', reception: { transfer: 'ff'.repeat(32), held: fullChunkMap(chunkCount), whole: true } },
  ]
  for (const stray of strays) expect(stepIncoming(blob, stray, digest)).toEqual({ blob, effects: [] })
})
