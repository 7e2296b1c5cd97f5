import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/**
 * The X25519 key of a device, from its Ed25519 key (ADR 0015): the same curve in its other form, RFC 7748 §4.1,
 * u = (1 + y) / (1 - y). Undefined for the bytes of no key.
 * @param publicKey raw Ed25519 key, 32 bytes.
 */
export function x25519PublicOf(publicKey: Uint8Array): KeyObject | undefined {
  if (publicKey.length !== 32) return undefined
  const y = littleEndian(publicKey) & (2n ** 255n - 1n)
  if (y >= prime || y === 1n) return undefined
  const u = ((1n + y) * power(prime + 1n - y, prime - 2n)) % prime
  return createPublicKey({ key: Buffer.concat([spkiPrefix, bytesOf(u)]), type: 'spki', format: 'der' })
}

/**
 * The private half: the first half of SHA-512 of the Ed25519 seed, as RFC 8032 §5.1.5 takes it; X25519 clamps it.
 * @param privateKey PKCS #8, as `generateDeviceKeys` gives it.
 */
export function x25519PrivateOf(privateKey: Uint8Array): KeyObject {
  const { d } = createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' }).export({
    format: 'jwk',
  })
  const scalar = createHash('sha512')
    .update(Buffer.from(d ?? '', 'base64url'))
    .digest()
    .subarray(0, 32)
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, scalar]), type: 'pkcs8', format: 'der' })
}

/** Raw, 32 bytes. */
export const rawX25519 = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }).subarray(-32)

export const x25519FromRaw = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), type: 'spki', format: 'der' })

/** RFC 8410 §4 and §7, up to the key itself. */
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex')

const prime = 2n ** 255n - 19n

/** On public values alone: no secret passes here, so its time may vary. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % prime
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

const littleEndian = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const bytesOf = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse()
