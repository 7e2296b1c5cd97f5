import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { type BlobManifest, blobChunkBytes, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import { emptyChunkMap, isWhole, withChunk } from '#shared/operations/blobs/chunkMap.ts'
import { maxChunksUnderWay, maxCuts } from '#shared/operations/blobs/incomingBlob.ts'
import { type OutgoingEvent, startOutgoing, stepOutgoing } from '#shared/operations/blobs/outgoingBlob.ts'

const count = 7
const manifest: BlobManifest = {
  sha256: 'ab'.repeat(32),
  sizeBytes: count * blobChunkBytes,
  chunks: Array.from({ length: count }, (_, index) => `${index}`.repeat(64)),
}
const transfer = transferOf(manifest, nodeCrypto)

/** What becomes of one request: it arrives and is answered, it arrives and the answer is lost, it is lost. */
type Fate = 'answered' | 'answer lost' | 'lost'

function run(fates: readonly Fate[], heldAtFirst: readonly number[]) {
  let held = heldAtFirst.reduce(withChunk, emptyChunkMap(count))
  const sent: number[] = []
  let { blob, effects } = startOutgoing(manifest)
  let requests = [...effects]
  let turn = 0
  while (requests.length > 0 && blob.phase === 'under way') {
    const request = requests.shift()
    if (request === undefined) break
    const index = request.kind === 'send' ? request.index : undefined
    if (index !== undefined) sent.push(index)
    const fate = fates[turn++] ?? 'answered'
    if (index !== undefined && fate !== 'lost') held = withChunk(held, index)
    const reception = { transfer, held, whole: isWhole(held) }
    const event: OutgoingEvent =
      fate === 'answered'
        ? { kind: 'standing', reception, ...(index === undefined ? {} : { index }) }
        : { kind: 'cut' }
    ;({ blob, effects } = stepOutgoing(blob, event))
    expect(blob.underWay.length).toBeLessThanOrEqual(maxChunksUnderWay)
    // A cut ends the requests beside it too.
    requests = event.kind === 'cut' ? [...effects] : [...requests, ...effects]
  }
  return { blob, held, sent }
}

const fates = fc.array(fc.constantFrom<Fate>('answered', 'answered', 'answer lost', 'lost'), {
  maxLength: 60,
})

test('[BL4] an upload ends arrived or stuck, never half; stuck only after cuts in a row', () => {
  fc.assert(
    fc.property(fates, fc.uniqueArray(fc.nat(count - 1)), (given, heldAtFirst) => {
      const { blob, held } = run(given, heldAtFirst)
      expect(blob.phase === 'arrived').toBe(isWhole(held) && blob.phase !== 'stuck')
      expect(['arrived', 'stuck']).toContain(blob.phase)
      if (given.every((fate) => fate === 'answered')) expect(blob.phase).toBe('arrived')
      if (blob.phase === 'stuck')
        expect(given.filter((fate) => fate !== 'answered').length).toBeGreaterThanOrEqual(maxCuts)
    }),
    { numRuns: 2000 },
  )
})

test('[BL5] without a cut each missing chunk is sent once, lowest first, from any prefix', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(count - 1)), (heldAtFirst) => {
      const all = Array.from({ length: count }, (_, index) => index)
      expect(run([], heldAtFirst).sent).toEqual(all.filter((index) => !heldAtFirst.includes(index)))
    }),
  )
})

test('[BL8] a refusal for good ends it: nothing is sent after', () => {
  const { blob } = startOutgoing(manifest)
  const refused = stepOutgoing(blob, { kind: 'refused' })
  expect([refused.blob.phase, refused.effects]).toEqual(['refused', []])
  const reception = { transfer, held: emptyChunkMap(count), whole: false }
  expect(stepOutgoing(refused.blob, { kind: 'standing', reception })).toEqual({
    blob: refused.blob,
    effects: [],
  })
})

test('[BL5] all chunks are there and not put together: the last one goes again, once', () => {
  const full = Array.from({ length: count }, (_, index) => index).reduce(withChunk, emptyChunkMap(count))
  const begun = startOutgoing(manifest).blob
  const again = stepOutgoing(begun, {
    kind: 'standing',
    reception: { transfer, held: full, whole: false },
  })
  expect(again.effects).toEqual([{ kind: 'send', index: count - 1 }])
  const answered = (whole: boolean) =>
    stepOutgoing(again.blob, {
      kind: 'standing',
      index: count - 1,
      reception: { transfer, held: full, whole },
    }).blob.phase
  expect([answered(true), answered(false)]).toEqual(['arrived', 'stuck'])
})
