import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  timingSafeEqual,
} from 'node:crypto'
import { elligator2 } from './elligator2.ts'

/** What both sides must have in common, secret or not. */
export interface CpaceSetting {
  /** The short secret. */
  readonly secret: Uint8Array
  /** Names both sides and the channel; public. */
  readonly channel: Uint8Array
  /** Unique to this exchange; public. */
  readonly exchange: Uint8Array
}

/** One side's share, and the words that stand beside it. */
export interface CpaceMessage {
  /** 32 bytes. */
  readonly share: Uint8Array
  readonly associated: Uint8Array
}

export interface CpaceKeys {
  /** 64 bytes. The same on both sides when their settings were the same, else unrelated. */
  readonly sessionKey: Uint8Array
  /** What the first side must show to prove that it came to the same key; 64 bytes. */
  readonly firstTag: Uint8Array
  readonly secondTag: Uint8Array
}

/**
 * CPace over X25519 and SHA-512 (draft-irtf-cfrg-cpace): a password-authenticated exchange. Whoever takes part learns from
 * one exchange whether one guess of the secret was right, and nothing that helps to try others alone.
 * @param scalar 32 fresh random bytes, for one exchange.
 */
export function cpaceShare(setting: CpaceSetting, scalar: Uint8Array): Uint8Array {
  const share = multiply(scalar, generator(setting))
  if (share === undefined) throw new Error('the generator of an exchange has a small order')
  return share
}

/** Undefined when the other side's share is no point to work with: the exchange must end. */
export function cpaceKeys(
  setting: CpaceSetting,
  scalar: Uint8Array,
  peerShare: Uint8Array,
  transcript: { readonly first: CpaceMessage; readonly second: CpaceMessage },
): CpaceKeys | undefined {
  const point = multiply(scalar, peerShare)
  if (point === undefined) return undefined
  const said = { first: sentence(transcript.first), second: sentence(transcript.second) }
  const sessionKey = sha512(
    lengthValue(ascii('CPace255_ISK'), setting.exchange, point),
    said.first,
    said.second,
  )
  const tagKey = sha512(ascii('CPaceMac'), sessionKey)
  return { sessionKey, firstTag: hmac(tagKey, said.first), secondTag: hmac(tagKey, said.second) }
}

/** In constant time; false for another length. */
export function isSameTag(tag: Uint8Array, expected: Uint8Array): boolean {
  return tag.length === expected.length && timingSafeEqual(tag, expected)
}

function generator({ secret, channel, exchange }: CpaceSetting): Uint8Array {
  const label = ascii('CPace255')
  const padding = new Uint8Array(
    Math.max(0, sha512BlockBytes - 1 - lengthValue(secret).length - lengthValue(label).length),
  )
  return elligator2(sha512(lengthValue(label, secret, padding, channel, exchange)).subarray(0, 32))
}

/** X25519 (RFC 7748); undefined when the product is zero, as it is for a point of small order. */
function multiply(scalar: Uint8Array, point: Uint8Array): Uint8Array | undefined {
  if (point.length !== 32) return undefined
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, scalar]),
    type: 'pkcs8',
    format: 'der',
  })
  const publicKey = createPublicKey({
    key: Buffer.concat([publicPrefix, point]),
    type: 'spki',
    format: 'der',
  })
  try {
    const product = new Uint8Array(diffieHellman({ privateKey, publicKey }))
    return product.every((byte) => byte === 0) ? undefined : product
  } catch {
    return undefined
  }
}

const sentence = ({ share, associated }: CpaceMessage) => lengthValue(share, associated)

/** Each value behind its length in LEB128. */
function lengthValue(...values: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(values.flatMap((value) => [leb128(value.length), value])))
}

function leb128(length: number): Uint8Array {
  const bytes: number[] = []
  let rest = length
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
    rest >>= 7
  } while (rest > 0)
  return Uint8Array.from(bytes)
}

function sha512(...pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha512')
  for (const piece of pieces) hash.update(piece)
  return new Uint8Array(hash.digest())
}

const hmac = (key: Uint8Array, text: Uint8Array) =>
  new Uint8Array(createHmac('sha512', key).update(text).digest())

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

const sha512BlockBytes = 128
/** PKCS #8 and SubjectPublicKeyInfo of X25519 (RFC 8410) up to the 32 bytes. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
