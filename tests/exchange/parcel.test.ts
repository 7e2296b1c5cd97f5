import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeParcel, encodeParcel, type Parcel } from '#shared/operations/exchange/parcel.ts'
import { cutInParts, gatherParts } from '#shared/operations/exchange/parts.ts'
import type { Shape } from '#shared/operations/schema/shape.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import { maxPartBytes } from '#shared/operations/wire/wireLimits.ts'
import { plainName } from '#tests/support/plainNames.ts'

const anything = ((_value: unknown): boolean => true) as Shape<Parcel>

const parcel: fc.Arbitrary<Parcel> = fc.letrec<{ parcel: Parcel }>((tie) => ({
  parcel: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0000', '\u00000', '__proto__', '\u0000\u0000x'),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('parcel'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(plainName, fc.constantFrom('10', '9', 'a')), tie('parcel'), { maxKeys: 4 }),
  ),
})).parcel

describe('a parcel', () => {
  test('[EX1] comes back whole', () => {
    fc.assert(
      fc.property(parcel, (sent) => {
        expect(decodeParcel(encodeParcel(sent), anything)).toEqual(sent)
      }),
      { numRuns: 500 },
    )
  })

  test('[EX1] is refused cut, longer, or with a byte overwritten, unless that writes another parcel', () => {
    fc.assert(
      fc.property(parcel, fc.nat(), fc.integer({ min: 1, max: 255 }), (sent, place, flip) => {
        const bytes = encodeParcel(sent)
        expect(decodeParcel(bytes.subarray(0, place % bytes.length), anything)).toBe(undefined)
        expect(decodeParcel(Uint8Array.from([...bytes, 0]), anything)).toBe(undefined)
        const altered = bytes.slice()
        altered[place % bytes.length] = (altered[place % bytes.length] ?? 0) ^ flip
        const read = decodeParcel(altered, anything)
        if (read !== undefined) expect(encodeParcel(read)).toEqual(altered)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['bytes named twice', ['\\u00000', '\\u00000'], 1],
    ['bytes named out of order', ['\\u00001', '\\u00000'], 2],
    ['bytes that nobody names', ['a'], 1],
    ['bytes that are not there', ['\\u00000'], 0],
    ['another spelling of a place', ['\\u000000'], 1],
  ])('[EX1] is refused with %s', (_what, texts, count) => {
    const json = Buffer.from(`[${texts.map((text) => `"${text}"`).join(',')}]`)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(json.length)
    const each = Buffer.from([0, 0, 0, 1, 7])
    const bytes = Buffer.concat([length, json, ...Array.from({ length: count }, () => each)])
    expect(decodeParcel(new Uint8Array(bytes), anything)).toBe(undefined)
  })
})

describe('parts', () => {
  const long = Uint8Array.from({ length: 3 * 4 * maxPartBytes }, (_, at) => (at * 31) % 251)

  test('[EX1] each fit a frame, and give the whole back', () => {
    const parts = cutInParts(long)
    expect(parts.length).toBeGreaterThan(2)
    const gathering = gatherParts(long.length)
    const last = parts.map((part) => {
      const bytes = encodeFrame({ type: 'ask', id: 1, what: 'return', ...part })
      if (!bytes.ok) throw new Error(bytes.refusal.code)
      const frame = decodeFrame(bytes.value)
      if (!frame.ok || frame.value.type !== 'ask') throw new Error('not read')
      return gathering.add(frame.value)
    })
    expect(last.slice(0, -1)).toEqual(last.slice(0, -1).map(() => 'more'))
    const whole = last.at(-1)
    expect(whole instanceof Uint8Array && Buffer.compare(whole, long) === 0).toBe(true)
  })

  test('[EX1] are refused out of order, of another number, or beyond the bound; the first begins anew', () => {
    const [first, second, third] = cutInParts(long)
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few')
    const gathering = gatherParts(long.length)
    expect(gathering.add(second)).toBe('wrong')
    expect([gathering.add(first), gathering.add(third)]).toEqual(['more', 'wrong'])
    expect([gathering.add(first), gathering.add({ ...second, parts: 9 })]).toEqual(['more', 'wrong'])
    expect([gathering.add(first), gathering.add(second), gathering.add(first)]).toEqual([
      'more',
      'more',
      'more',
    ])
    const bounded = gatherParts(long.length - 1)
    const said = cutInParts(long).map((part) => bounded.add(part))
    expect(said.at(-1)).toBe('wrong')
  })
})
