import {
  createCipheriv,
  createDecipheriv,
  createHash,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type {
  BundleHeader,
  BundleSlot,
  DeviceSlot,
  PassphraseSlot,
} from '#shared/operations/bundle/bundleHeader.ts'
import { argon2Defaults, argon2Key } from '../keys/argon2Key.ts'
import { checkNewPassphrase, normalisePassphrase } from '../keys/passphraseRule.ts'
import { rawX25519, x25519FromRaw, x25519PrivateOf, x25519PublicOf } from './x25519OfEd25519.ts'

/** Who will open a bundle. `publicKey`: the raw Ed25519 key of the device. */
export type BundleRecipient =
  | { readonly kind: 'device'; readonly device: string; readonly publicKey: Uint8Array }
  | { readonly kind: 'passphrase'; readonly text: string }

/** With what a bundle is opened. `privateKey`: PKCS #8. */
export type BundleOpener =
  | { readonly kind: 'device'; readonly device: string; readonly privateKey: Uint8Array }
  | { readonly kind: 'passphrase'; readonly text: string }

/**
 * Wraps the content key for each recipient. Refuses `bundle.no-recipient` (none, or a key that is none),
 * `file.weak-passphrase`.
 */
export async function wrapForRecipients(
  contentKey: Uint8Array,
  id: string,
  recipients: readonly BundleRecipient[],
  randomness: Randomness,
): Promise<Result<readonly BundleSlot[]>> {
  const slots: BundleSlot[] = []
  for (const recipient of recipients) {
    const slot =
      recipient.kind === 'device'
        ? wrapForDevice(contentKey, id, recipient)
        : await wrapForPassphrase(contentKey, id, recipient.text, randomness)
    if (!slot.ok) return slot
    slots.push(slot.value)
  }
  return slots.length === 0 ? refuse('bundle.no-recipient') : ok(slots)
}

/** The content key. Refuses `bundle.not-for-you`, `bundle.wrong-passphrase`, `bundle.altered` (another key than its check). */
export async function unwrapContentKey(
  header: BundleHeader,
  opener: BundleOpener,
): Promise<Result<Uint8Array>> {
  const contentKey =
    opener.kind === 'device' ? unwrapByDevice(header, opener) : await unwrapByPassphrase(header, opener.text)
  if (!contentKey.ok) return contentKey
  return contentKeyCheck(contentKey.value, header.id) === header.check
    ? contentKey
    : refuse('bundle.altered', { where: 'check' })
}

/** `check` of the header: AES-GCM alone would let one file open to two contents under two keys. */
export const contentKeyCheck = (contentKey: Uint8Array, id: string): string =>
  createHash('sha256')
    .update('delibere/bundle/key/1\0')
    .update(Buffer.from(id, 'base64url'))
    .update(contentKey)
    .digest('base64url')

function wrapForDevice(
  contentKey: Uint8Array,
  id: string,
  { device, publicKey }: Extract<BundleRecipient, { kind: 'device' }>,
): Result<DeviceSlot> {
  const theirs = x25519PublicOf(publicKey)
  if (theirs === undefined) return refuse('bundle.no-recipient', { device })
  const pair = generateKeyPairSync('x25519')
  const ephemeral = rawX25519(pair.publicKey)
  let shared: Buffer
  try {
    shared = diffieHellman({ privateKey: pair.privateKey, publicKey: theirs })
  } catch {
    // A point of small order: the secret would be known to everybody.
    return refuse('bundle.no-recipient', { device })
  }
  const key = slotKey(shared, ephemeral, rawX25519(theirs))
  // A key of one use: its nonce may be fixed.
  const wrapped = seal(key, new Uint8Array(12), contentKey, boundTo(id, 'device', device)).toString(
    'base64url',
  )
  return ok({ kind: 'device', device, ephemeral: ephemeral.toString('base64url'), wrapped })
}

function unwrapByDevice(
  { id, slots }: BundleHeader,
  { device, privateKey }: Extract<BundleOpener, { kind: 'device' }>,
): Result<Uint8Array> {
  const mine = x25519PrivateOf(privateKey)
  for (const slot of slots) {
    if (slot.kind !== 'device' || slot.device !== device) continue
    const ephemeral = Buffer.from(slot.ephemeral, 'base64url')
    try {
      const shared = diffieHellman({ privateKey: mine, publicKey: x25519FromRaw(ephemeral) })
      const key = slotKey(shared, ephemeral, rawX25519(mine))
      return ok(unseal(key, new Uint8Array(12), slot.wrapped, boundTo(id, 'device', device)))
    } catch {
      // Sealed to another key under our name: not for us.
    }
  }
  return refuse('bundle.not-for-you')
}

async function wrapForPassphrase(
  contentKey: Uint8Array,
  id: string,
  text: string,
  randomness: Randomness,
): Promise<Result<PassphraseSlot>> {
  const passphrase = checkNewPassphrase(text)
  if (!passphrase.ok) return passphrase
  const salt = randomness.bytes(16)
  const nonce = randomness.bytes(12)
  const key = await argon2Key(passphrase.value, salt, argon2Defaults)
  return ok({
    kind: 'passphrase',
    argon2id: argon2Defaults,
    salt: Buffer.from(salt).toString('base64url'),
    nonce: Buffer.from(nonce).toString('base64url'),
    wrapped: seal(key, nonce, contentKey, boundTo(id, 'passphrase', '')).toString('base64url'),
  })
}

async function unwrapByPassphrase({ id, slots }: BundleHeader, text: string): Promise<Result<Uint8Array>> {
  const slot = slots.find(({ kind }) => kind === 'passphrase')
  if (slot?.kind !== 'passphrase') return refuse('bundle.not-for-you')
  const salt = Buffer.from(slot.salt, 'base64url')
  const key = await argon2Key(normalisePassphrase(text), salt, slot.argon2id)
  try {
    return ok(unseal(key, Buffer.from(slot.nonce, 'base64url'), slot.wrapped, boundTo(id, 'passphrase', '')))
  } catch {
    return refuse('bundle.wrong-passphrase')
  }
}

/** Bound to both public keys: a slot opens for this one use and this one device. */
const slotKey = (shared: Buffer, ephemeral: Buffer, theirs: Buffer) =>
  new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([ephemeral, theirs]), 'delibere/bundle/slot/1', 32))

const boundTo = (id: string, kind: BundleSlot['kind'], device: string) =>
  Buffer.from(`delibere/bundle/slot/1\0${id}\0${kind}\0${device}`, 'utf8')

function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, bound: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws when it does not open. */
function unseal(key: Uint8Array, nonce: Uint8Array, wrapped: string, bound: Buffer): Uint8Array {
  const bytes = Buffer.from(wrapped, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound).setAuthTag(bytes.subarray(-16))
  return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]))
}
