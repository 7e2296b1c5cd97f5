import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newJoinCode, readJoinCode } from '#main/adapters/network/joining/joinCode.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomness = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }
const code = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((bytes) => newJoinCode({ bytes: () => bytes }))

describe('the code of the room', () => {
  it('[NW5] is eight characters in two groups, none that is taken for another', () => {
    expect(newJoinCode(randomness)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(newJoinCode({ bytes: () => Uint8Array.from([1, 2, 3, 4, 5, 6, 7]) })).toBe('1234-567G')
  })

  it('[NW5] is forgiven its case, its spaces and what the eye confuses', () => {
    fc.assert(
      fc.property(code, (shown) => {
        const typed = shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', '  ')
        expect(readJoinCode(typed)).toBe(shown.replace('-', ''))
        expect(readJoinCode([...shown.replaceAll('V', 'u')].join('\u00a0'))).toBe(shown.replace('-', ''))
      }),
    )
  })

  it('[NW5] with one wrong character, 0 and Z set apart, it never leaves the machine', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 7 }), fc.nat({ max: 31 }), (shown, place, other) => {
        const right = shown.replace('-', '')
        const wrong = right.slice(0, place) + alphabet.charAt(other) + right.slice(place + 1)
        const isBlind = [right.charAt(place), wrong.charAt(place)].sort().join('') === '0Z'
        if (wrong !== right && !(isBlind && place < 7)) expect(readJoinCode(wrong)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('[NW5] with two neighbours exchanged it never leaves the machine', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 5 }), (shown, place) => {
        const right = shown.replace('-', '')
        const wrong =
          right.slice(0, place) + right.charAt(place + 1) + right.charAt(place) + right.slice(place + 2)
        const isBlind = [right.charAt(place), right.charAt(place + 1)].sort().join('') === '0Z'
        if (wrong !== right && !isBlind) expect(readJoinCode(wrong)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', 'K7QF', '1234-567GG', '1234-567', '!!!!', 'É234-567G'])('[NW5] « %s » is no code', (typed) => {
    expect(readJoinCode(typed)).toBeUndefined()
  })
})
