import { inspect, isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeRow, encodeRow } from '#main/adapters/sqlite/sync/rowCodec.ts'
import type { Rows } from '#shared/operations/authority/rows.ts'
import { tables } from '#shared/operations/authority/tables.ts'
import { plainName } from '#tests/support/plainNames.ts'

/** Any row that plain data and byte strings make; keys and texts that the codec itself uses come often. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('', '\u0000', '\u00000', '\u0000\u0000', '__proto__', 'é’—😀'),
)
const key = fc.oneof(plainName, fc.constantFrom('__proto__', 'constructor'))
const { row: anyRow } = fc.letrec<{ row: unknown }>((tie) => ({
  row: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('row'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('row')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}))

/** The form is one for all tables that carry bytes: `held` holds rows of any of them. */
const asHeld = (row: unknown) => row as Rows['held']

describe('the rows of a shared file as bytes', () => {
  test('[SHF9] any row, with bytes anywhere in it, is read back as it was written', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const read = decodeRow('held', encodeRow('held', asHeld(row)))
        expect(isDeepStrictEqual(read, row), `read back: ${inspect(read, { depth: null })}`).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('[SHF9] one row has one form, whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(text, fc.uint8Array())), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse())
        expect(encodeRow('held', asHeld(turned)).equals(encodeRow('held', asHeld(members)))).toBe(true)
      }),
    )
  })

  test('[SHF9] every table has a form', () => {
    for (const table of tables) {
      const row = { n: 1, text: 'é' } as never
      expect(decodeRow(table, encodeRow(table, row))).toEqual(row)
    }
  })

  test('[SHF9] cut or unknown bytes are never taken for a row', () => {
    const value = encodeRow('cursor', { log: 'l', epoch: 0, g: 1, r: new Uint8Array(32) })
    for (let length = 0; length < value.length; length++)
      expect(() => decodeRow('cursor', value.subarray(0, length))).toThrow()
    expect(() => decodeRow('cursor', Buffer.from([2, 1, 2]))).toThrow('unknown form')
  })
})
