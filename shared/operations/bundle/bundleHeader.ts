import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'

/**
 * The clear start of a bundle: who exported, for whom, when. Ids and keys alone: whoever finds the key of a lost bag
 * reads no name, no title, no scope [BN3]. Binary members are base64url.
 */
export interface BundleHeader {
  /** 16 random bytes; everything sealed is bound to it. */
  readonly id: string
  /** Committee: the id of its file. */
  readonly org: string
  readonly exporter: { readonly device: string; readonly key: string }
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the exporter. For people to read: decides nothing. */
  readonly at: number
  /** SHA-256 that ties the content key to the bundle: every recipient opens the same content. */
  readonly check: string
  readonly slots: readonly BundleSlot[]
}

/** The content key, wrapped once per way to open. */
export type BundleSlot = DeviceSlot | PassphraseSlot

export interface DeviceSlot {
  readonly kind: 'device'
  readonly device: string
  /** X25519 public key of one use, 32 bytes. */
  readonly ephemeral: string
  /** 32 bytes of wrapped key and 16 of tag. */
  readonly wrapped: string
}

export interface PassphraseSlot {
  readonly kind: 'passphrase'
  readonly argon2id: { readonly memoryKib: number; readonly passes: number; readonly lanes: number }
  /** 16 bytes. */
  readonly salt: string
  /** 12 bytes. */
  readonly nonce: string
  readonly wrapped: string
}

/** A room with every laptop of a large committee. */
export const maxSlots = 256
export const maxHeaderBytes = 128 * 1024

export const encodeBundleHeader = (header: BundleHeader): Uint8Array =>
  utf8Encode(canonicalJson({ v: 1, ...header } as unknown as Json))

/** Refuses `bundle.altered` for any bytes that {@link encodeBundleHeader} would not have written of a sound header. */
export function decodeBundleHeader(bytes: Uint8Array): Result<BundleHeader> {
  const read = readCanonical(bytes)
  if (read === undefined || read.v !== 1) return refuse('bundle.altered', { where: 'header' })
  const { v: _format, ...header } = read
  return isHeader(header) ? ok(header) : refuse('bundle.altered', { where: 'header' })
}

/** The object that these bytes are the canonical JSON of, or undefined: two programs never read one file differently. */
export function readCanonical(bytes: Uint8Array): Record<string, unknown> | undefined {
  const text = utf8Decode(bytes)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && canonicalJson(value as Json) === text ? value : undefined
  } catch {
    return undefined
  }
}

function isHeader(value: Record<string, unknown>): value is Record<string, unknown> & BundleHeader {
  const { id, org, exporter, at, check, slots } = value
  return (
    hasExactly(value, ['id', 'org', 'exporter', 'at', 'check', 'slots']) &&
    isBytes(id, 16) &&
    isText(org) &&
    isRecord(exporter) &&
    hasExactly(exporter, ['device', 'key']) &&
    isText(exporter.device) &&
    isBytes(exporter.key, 32) &&
    isCount(at) &&
    isBytes(check, 32) &&
    Array.isArray(slots) &&
    slots.length >= 1 &&
    slots.length <= maxSlots &&
    slots.every(isSlot) &&
    // Each attempt costs a slow derivation, which a stranger's file must not ask many times.
    slots.filter(({ kind }) => kind === 'passphrase').length <= 1
  )
}

function isSlot(slot: unknown): slot is BundleSlot {
  if (!isRecord(slot) || !isBytes(slot.wrapped, 48)) return false
  if (slot.kind === 'device')
    return (
      hasExactly(slot, ['kind', 'device', 'ephemeral', 'wrapped']) &&
      isText(slot.device) &&
      isBytes(slot.ephemeral, 32)
    )
  return (
    slot.kind === 'passphrase' &&
    hasExactly(slot, ['kind', 'argon2id', 'salt', 'nonce', 'wrapped']) &&
    isBytes(slot.salt, 16) &&
    isBytes(slot.nonce, 12) &&
    isRecord(slot.argon2id) &&
    hasExactly(slot.argon2id, ['memoryKib', 'passes', 'lanes']) &&
    isWithin(slot.argon2id.memoryKib, 8 * 1024, 256 * 1024) &&
    isWithin(slot.argon2id.passes, 1, 10) &&
    isWithin(slot.argon2id.lanes, 1, 16)
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasExactly = (value: Record<string, unknown>, keys: readonly string[]) =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 128
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0
const isWithin = (value: unknown, min: number, max: number) => isCount(value) && value >= min && value <= max
export const isBytes = (value: unknown, length: number): value is string =>
  typeof value === 'string' && base64UrlDecode(value)?.length === length
