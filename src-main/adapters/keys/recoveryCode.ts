import type { Randomness } from '#shared/kernel/clock.ts'

/** Crockford base32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 29 characters of 5 bits = 145 bits, and one check character: six groups of five. */
const secretCharacters = 29
const groupCharacters = 5

/** A new recovery code as it is shown once and printed: `K7QF2-…` six groups of five. */
export function newRecoveryCode(randomness: Randomness): string {
  const secret = Array.from(randomness.bytes(secretCharacters), (byte) => alphabet.charAt(byte % 32)).join('')
  return (secret + checkCharacter(secret)).match(new RegExp(`.{${groupCharacters}}`, 'g'))?.join('-') ?? ''
}

/**
 * The one form of a code that keys are derived from: no separators, capitals, O read as 0, I and L as 1. Undefined
 * when it cannot be a code, check character included: the screen can say so before any slow derivation.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== secretCharacters + 1 || [...code].some((character) => !alphabet.includes(character)))
    return undefined
  const secret = code.slice(0, -1)
  return checkCharacter(secret) === code.slice(-1) ? code : undefined
}

/**
 * Weighted sum modulo 31, a prime: catches every single wrong character but 0 for Z, and most swaps of two
 * neighbours. The position weights stay between 1 and 29, so none is lost to the modulus.
 */
function checkCharacter(secret: string): string {
  const sum = [...secret].reduce(
    (total, character, index) => total + (index + 1) * alphabet.indexOf(character),
    0,
  )
  return alphabet.charAt(sum % 31)
}
