import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'

/**
 * One row as bytes and back. Canonical JSON; in the tables whose rows carry bytes, these lie behind it, verbatim, and the
 * JSON names them by their place.
 *
 *     0x00 json
 *     0x01 length of the json (4, big endian) json { length (4) bytes }…
 */
export function encodeRow<T extends Table>(table: T, row: Rows[T]): Buffer {
  if (!carriesBytes[table]) return withoutBytes(canonicalJson(row as unknown as Json))
  const found: Uint8Array[] = []
  const text = textOf(row, found)
  if (found.length === 0) return withoutBytes(text)
  const jsonBytes = Buffer.byteLength(text)
  const value = Buffer.allocUnsafe(5 + jsonBytes + found.reduce((sum, { length }) => sum + 4 + length, 0))
  value[0] = 1
  value.writeUInt32BE(jsonBytes, 1)
  value.write(text, 5)
  let at = 5 + jsonBytes
  for (const bytes of found) {
    at = value.writeUInt32BE(bytes.length, at)
    value.set(bytes, at)
    at += bytes.length
  }
  return value
}

/** Throws for bytes that {@link encodeRow} did not write: the pages of the file are authenticated, so this is a bug. */
export function decodeRow<T extends Table>(table: T, value: Uint8Array): Rows[T] {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.length)
  if (bytes[0] === 0) {
    const row = JSON.parse(bytes.toString('utf8', 1)) as Rows[T]
    return carriesBytes[table] ? (unnamed(row, []) as Rows[T]) : row
  }
  if (bytes[0] !== 1) throw new Error(`a row of ${table} has an unknown form`)
  const jsonEnd = 5 + bytes.readUInt32BE(1)
  const found: Uint8Array[] = []
  for (let at = jsonEnd; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new Error(`a row of ${table} is cut`)
    found.push(new Uint8Array(bytes.subarray(at + 4, end)))
    at = end
  }
  return unnamed(JSON.parse(bytes.toString('utf8', 5, jsonEnd)), found) as Rows[T]
}

function withoutBytes(text: string): Buffer {
  const value = Buffer.allocUnsafe(1 + Buffer.byteLength(text))
  value[0] = 0
  value.write(text, 1)
  return value
}

/** A mark that no text of a row begins with once it is written: those that would are lengthened by it. */
const mark = '\u0000'

/** The canonical JSON of a value, its bytes taken out, each replaced by the mark and its place in that text; in one walk. */
function textOf(value: unknown, found: Uint8Array[]): string {
  if (typeof value === 'string') return JSON.stringify(value.startsWith(mark) ? mark + value : value)
  if (typeof value !== 'object' || value === null) return canonicalJson(value as Json)
  if (value instanceof Uint8Array) return JSON.stringify(`${mark}${found.push(value) - 1}`)
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, found)).join(',')}]`
  const members = value as { readonly [name: string]: unknown }
  let text = ''
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${textOf(member, found)}`
  }
  return `{${text}}`
}

/** The value with its bytes put back. Freshly read, it is nobody's yet: changed in place, where there is something to change. */
function unnamed(value: unknown, found: readonly Uint8Array[]): unknown {
  if (typeof value === 'string') {
    if (!value.startsWith(mark)) return value
    if (value.startsWith(mark, 1)) return value.slice(1)
    const bytes = found[Number(value.slice(1))]
    if (bytes === undefined) throw new Error('a row names bytes that it does not carry')
    return bytes
  }
  if (typeof value !== 'object' || value === null) return value
  const members = value as Record<string, unknown>
  for (const name of Object.keys(members)) {
    const member = members[name]
    const whole = unnamed(member, found)
    // Defined, not assigned: a member may be called `__proto__`.
    if (whole !== member)
      Object.defineProperty(members, name, {
        value: whole,
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return members
}

/** Whether a row of the table may carry bytes. Total, and checked by the compiler: a row with bytes cannot be said to have none. */
const carriesBytes: { readonly [T in Table]: true extends HoldsBytes<Rows[T]> ? true : boolean } = {
  aggregate: false,
  made: false,
  base: false,
  founded: false,
  founding: false,
  placement: false,
  index: false,
  reunion: false,
  recusal: false,
  frozen: false,
  revealed: false,
  user: false,
  device: false,
  mandates: false,
  mandateOf: false,
  lease: false,
  leased: false,
  held: true,
  chain: true,
  sequence: false,
  commit: true,
  erasure: false,
  entry: true,
  log: true,
  promised: false,
  basis: false,
  waiting: true,
  deferred: false,
  deferredCount: false,
  roomRun: false,
  roomRunPage: false,
  told: false,
  carried: false,
  carriedCount: false,
  cursor: true,
  followed: false,
  heard: true,
  ownHead: true,
  own: true,
  ownSeq: false,
  pendingOn: false,
  toRegularise: false,
  asOf: false,
  anew: false,
  sightChanged: false,
  vouched: true,
  heardAt: false,
  readOnly: false,
  purged: false,
  bodiesOf: false,
}

/** `true` is one of its members when bytes lie anywhere in it; rows of rows (`held`) count as bytes, the search ends there. */
type HoldsBytes<T> = T extends Uint8Array
  ? true
  : T extends { readonly change: unknown }
    ? true
    : T extends readonly (infer Item)[]
      ? HoldsBytes<Item>
      : T extends object
        ? { [K in keyof T]: HoldsBytes<T[K]> }[keyof T]
        : false
