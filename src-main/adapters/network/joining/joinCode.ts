import type { Randomness } from '#shared/kernel/clock.ts'

/** Crockford base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Seven characters of 5 bits, and one that checks them. */
const secretCharacters = 7

/** A new code, as it is read out in the room: `K7QF-2M9P`. 35 bits of chance. */
export function newJoinCode(randomness: Randomness): string {
  const secret = Array.from(randomness.bytes(secretCharacters), (byte) => alphabet.charAt(byte % 32)).join('')
  return spoken(secret + checkCharacter(secret))
}

/**
 * The one form of a typed code: no spaces nor signs, capitals, O read as 0, I and L as 1, U as V. Undefined when it
 * cannot be a code: a slip of the finger is told before anything leaves the machine, and costs no attempt.
 */
export function readJoinCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  if (code.length !== secretCharacters + 1) return undefined
  const secret = code.slice(0, -1)
  return checkCharacter(secret) === code.slice(-1) ? code : undefined
}

const spoken = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`

/**
 * Sum of the values, each times its place, modulo 31, a prime: one wrong character is always seen, but 0 for Z; two
 * neighbours exchanged always, but for the pair 0 and Z.
 */
function checkCharacter(secret: string): string {
  const sum = [...secret].reduce(
    (total, character, index) => total + (index + 1) * alphabet.indexOf(character),
    0,
  )
  return alphabet.charAt(sum % 31)
}
