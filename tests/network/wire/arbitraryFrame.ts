import * as fc from 'fast-check'
import {
  byeReasons,
  type WireContents,
  type WireFrame,
  type WireType,
} from '#shared/operations/wire/wireFrame.ts'

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })
const exactly = (length: number) => bytes(length, length)
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((value) => value.length <= 200)
const schemas = fc
  .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
  .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)])
const some = bytes(1, 60)
const severalOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 6 })

const contents: { readonly [T in WireType]: fc.Arbitrary<WireContents[T]> } = {
  challenge: fc.record({ log: text, restores: count, nonce: exactly(32) }),
  hello: fc
    .record({ device: text, schemas, app: text, nonce: exactly(32), proof: exactly(64) })
    .chain((rest) =>
      fc.oneof(
        fc.constant({ ...rest, cursor: 0, receipt: null }),
        fc.record({ cursor: fc.integer({ min: 1 }), receipt: exactly(32) }).map((at) => ({ ...rest, ...at })),
      ),
    ),
  welcome: fc.record({ authority: text, head: count, knownSeq: count, schemas, proof: exactly(64) }),
  push: fc.record({
    batch: count,
    commits: severalOf(fc.record({ header: some, body: some, signature: exactly(64) })),
  }),
  verdicts: fc.record({ log: text, batch: count, entries: severalOf(some) }),
  feed: fc.record({
    log: text,
    from: count,
    items: severalOf(fc.record({ entry: some, header: some, body: fc.option(some), signature: exactly(64) })),
  }),
  receipts: fc.record({ log: text, from: count, entries: severalOf(some) }),
  pull: fc.record({ log: text, after: count, limitBytes: count }),
  poke: fc.record({ log: text, head: count }),
  checkpoint: fc.record({ log: text, statement: some, signature: exactly(64) }),
  'blob-have': fc.nat({ max: 40 }).chain((chunkCount) =>
    fc.record({
      sizeBytes: fc.constant(chunkCount * 1024 * 1024),
      sha256: exactly(32),
      chunks: exactly(Math.ceil(chunkCount / 8)).map((bitmap) => {
        const spare = chunkCount % 8
        const last = bitmap.length - 1
        if (spare > 0) bitmap[last] = (bitmap[last] ?? 0) & ((1 << spare) - 1)
        return bitmap
      }),
    }),
  ),
  presence: fc.record({ devices: fc.array(text, { maxLength: 6 }) }),
  bye: fc.record({ reason: fc.constantFrom(...byeReasons), retryAfterMs: fc.option(count) }),
}

/** Any frame that a side may send, every type alike. */
export const arbitraryFrame: fc.Arbitrary<WireFrame> = fc.oneof(
  ...(Object.keys(contents) as WireType[]).map((type) =>
    (contents[type] as fc.Arbitrary<object>).map((value) => ({ ...value, type }) as WireFrame),
  ),
)
