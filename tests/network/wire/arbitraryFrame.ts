import * as fc from 'fast-check'
import { askKinds, askRefusals } from '#shared/operations/wire/asks.ts'
import {
  byeReasons,
  type PartOf,
  type PushAnswer,
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

const answer: fc.Arbitrary<PushAnswer> = fc.oneof(
  fc.record({ is: fc.constant('entry' as const), g: count }),
  fc.record({ is: fc.constant('duplicate' as const), verdict: fc.option(text), g: fc.option(count) }),
  fc.record({ is: fc.constant('waiting' as const), expectedSeq: count }),
  fc.record({ is: fc.constant('turned-away' as const), code: text }),
  fc.constant({ is: 'carried' as const }),
)
const part = <T>(control: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T & PartOf> =>
  fc
    .record({
      control: fc.record(control),
      slices: severalOf(some),
      part: fc.nat({ max: 99 }),
      after: fc.nat({ max: 99 }),
    })
    .map(({ control: members, slices, part: at, after }) => ({
      ...(members as T),
      slices,
      part: at,
      parts: at + 1 + after,
    }))

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
  verdicts: fc.record({ log: text, batch: count, answers: severalOf(answer) }),
  feed: part({ log: text, epoch: count, after: count, upTo: count, head: count, pulled: fc.boolean() }),
  ask: part({ id: count, what: fc.constantFrom(...askKinds) }),
  answer: fc.oneof(
    part({ id: count, refusal: fc.constant(null) }),
    fc.record({
      id: count,
      refusal: fc.constantFrom(...askRefusals),
      part: fc.constant(0),
      parts: fc.constant(1),
      slices: fc.constant([]),
    }),
  ),
  pull: fc.record({ log: text, after: count, limitBytes: count, whole: fc.boolean() }),
  poke: fc.record({ log: text, head: count }),
  held: fc.record({ log: text, g: count }),
  presence: fc.record({
    devices: fc.array(text, { maxLength: 6 }),
    ways: fc.array(
      fc.record({
        device: text,
        addresses: fc.array(text, { maxLength: 3 }),
        port: count,
        fingerprint: text,
      }),
      { maxLength: 3 },
    ),
  }),
  bye: fc.record({ reason: fc.constantFrom(...byeReasons), retryAfterMs: fc.option(count) }),
}

/** Any frame that a side may send, every type alike. */
export const arbitraryFrame: fc.Arbitrary<WireFrame> = fc.oneof(
  ...(Object.keys(contents) as WireType[]).map((type) =>
    (contents[type] as fc.Arbitrary<object>).map((value) => ({ ...value, type }) as WireFrame),
  ),
)
