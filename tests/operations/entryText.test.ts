import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { type Entry, entryBytes, entryText } from '#shared/operations/authority/entry.ts'
import { verdicts } from '#shared/operations/authority/verdict.ts'
import { readEntry } from '#shared/operations/exchange/feedParcel.ts'

const name = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const entries = fc.record({
  log: name,
  epoch: count,
  g: count,
  cid: name,
  verdict: fc.constantFrom(...verdicts),
  code: fc.constantFrom('', 'envelope', 'changed-meanwhile'),
  at: count,
  via: fc.option(name),
}) as fc.Arbitrary<Entry>

test('[SY15] an entry is written as its canonical JSON, whatever it holds, and read back', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      expect(entryText(entry)).toBe(canonicalJson(entry as unknown as Json))
      expect(readEntry(entryBytes(entry))).toEqual(entry)
    }),
  )
})

test('[SY15] an entry that is written in another way, or says more, is none', () => {
  const entry = { log: 'c', epoch: 0, g: 1, cid: 'x', verdict: 'ok', code: '', at: 1, via: null } as Entry
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(readEntry(bytes(` ${entryText(entry)}`))).toBe(undefined)
  expect(readEntry(bytes(entryText(entry).replace('"epoch":0', '"epoch":-0')))).toBe(undefined)
  expect(readEntry(bytes(entryText(entry).replace('{', '{"aa":1,')))).toBe(undefined)
  expect(readEntry(bytes(entryText(entry).replace('"via":null', '"via":null,"via":null')))).toBe(undefined)
})
