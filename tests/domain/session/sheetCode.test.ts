import { expect, test } from 'vitest'
import { readSheetCode, type SheetReference, sheetCode } from '#shared/domain/session/sheetCode.ts'

const sessionId = '019a8f2e-7c11-7d3a-9b1e-0f3c5d7e9a11'
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const sheets: readonly SheetReference[] = [
  ...range(31).flatMap((member) => range(60).map((number) => ({ member, candidature: number + 1 }))),
  ...range(320).map((member) => ({ member, candidature: 999 })),
  { member: 12, candidature: 1_000 },
  { member: 12, candidature: 98_765 },
]
/** Every symbol a code may hold, and two it may not. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZU?'
const compact = (reference: SheetReference) => sheetCode(sessionId, reference).replaceAll('-', '')
const read = (typed: string) => readSheetCode(sessionId, typed)

test('[SC10] every sheet of a session has a code of its own, which reads back', () => {
  expect(new Set(sheets.map(compact)).size).toBe(sheets.length)
  expect(sheets.map((reference) => read(sheetCode(sessionId, reference)))).toEqual(sheets)
})

test('[SC10] the same code on every machine, in every version', () => {
  expect(sheetCode(sessionId, { member: 4, candidature: 12 })).toMatchInlineSnapshot(`"C2-04-012-N"`)
  expect(sheetCode('another', { member: 104, candidature: 1_234 })).toMatchInlineSnapshot(`"FX-A4-1234-7"`)
})

test('[SC10] one wrong character is found out, wherever it is', () => {
  const taken = sheets.flatMap((reference) => {
    const code = compact(reference)
    return [...code].flatMap((character, place) =>
      [...symbols].flatMap((wrong) => {
        const altered = code.slice(0, place) + wrong + code.slice(place + 1)
        return wrong !== character && read(altered) !== null ? altered : []
      }),
    )
  })
  expect(taken).toEqual([])
})

test('[SC10] two characters exchanged are found out, neighbours or not', () => {
  const taken = sheets.flatMap((reference) => {
    const code = compact(reference)
    return range(code.length).flatMap((left) =>
      range(left).flatMap((right) => {
        const characters = [...code]
        const [a = '', b = ''] = [characters[left], characters[right]]
        characters[left] = b
        characters[right] = a
        const altered = characters.join('')
        return altered !== code && read(altered) !== null ? altered : []
      }),
    )
  })
  expect(taken).toEqual([])
})

test('[SC10] case, separators and the letters that look like digits do not matter', () => {
  const code = sheetCode(sessionId, { member: 10, candidature: 101 })
  const typed = [
    code.toLowerCase(),
    ` ${code.replaceAll('-', ' ')} `,
    code.replaceAll('-', ''),
    code.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'),
  ]
  expect(typed.map(read)).toEqual(typed.map(() => ({ member: 10, candidature: 101 })))
})

test('[SC10] the code of another session is refused', () => {
  expect(readSheetCode('another', sheetCode(sessionId, { member: 1, candidature: 1 }))).toBeNull()
  expect(['', '-', 'bonjour', '12345678901234'].map(read)).toEqual([null, null, null, null])
})
