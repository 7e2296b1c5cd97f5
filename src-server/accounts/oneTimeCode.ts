import type { Randomness } from '#shared/kernel/clock.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'

/**
 * A code that is shown once (SV7): `invitation`, 8 characters that find it, and a secret of 16 characters (80 bits), of
 * which the server keeps the digest. Written `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, in an alphabet without I, L, O, U.
 */
export interface OneTimeCode {
  readonly invitation: string
  readonly secret: string
}

export function makeCode(randomness: Randomness): OneTimeCode {
  const letters = Array.from(randomness.bytes(codeLength), (byte) => alphabet.charAt(byte % 32)).join('')
  return { invitation: letters.slice(0, invitationLength), secret: letters.slice(invitationLength) }
}

/** 256 is a multiple of 32: every character is as likely as any other. */
export const writeCode = ({ invitation, secret }: OneTimeCode): string =>
  (invitation + secret).replace(/(.{4})(?!$)/g, '$1-')

/** Null when it cannot be one. Case, spaces and dashes do not count; O is read 0, I and L are read 1. */
export function readCode(typed: string): OneTimeCode | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (letters.length !== codeLength || ![...letters].every((letter) => alphabet.includes(letter))) return null
  return { invitation: letters.slice(0, invitationLength), secret: letters.slice(invitationLength) }
}

export const codeDigest = (organisation: string, code: OneTimeCode, digest: CommitDigest): Uint8Array =>
  digest.sha256(utf8Encode(`delibere/invitation/1\0${organisation}\0${code.invitation}\0${code.secret}`))

const invitationLength = 8
const codeLength = 24
/** Crockford's base 32. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
