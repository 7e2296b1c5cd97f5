import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import type { Shape } from '../schema/shape.ts'

/** What is too large for the control of a frame: JSON whose leaves may be byte strings. */
export type Parcel =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Parcel[]
  | { readonly [name: string]: Parcel | undefined }

/**
 * The bytes of a parcel [EX1]: length of the JSON (4, big endian), canonical JSON, then each byte string behind its length.
 * In the JSON a byte string is `\0` and its place; a text that begins with `\0` is written with one more.
 */
export function encodeParcel(parcel: Parcel): Uint8Array {
  const found: Uint8Array[] = []
  const json = utf8Encode(textOf(parcel, found))
  const bytes = new Uint8Array(4 + json.length + found.reduce((sum, { length }) => sum + 4 + length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, json.length)
  bytes.set(json, 4)
  let at = 4 + json.length
  for (const each of found) {
    view.setUint32(at, each.length)
    bytes.set(each, at + 4)
    at += 4 + each.length
  }
  return bytes
}

/** Undefined for anything that {@link encodeParcel} would not have written, or is no `T`; byte strings are views on `bytes`. */
export function decodeParcel<T>(bytes: Uint8Array, shape: Shape<T>): T | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const jsonEnd = bytes.length < 4 ? Number.POSITIVE_INFINITY : 4 + view.getUint32(0)
  if (jsonEnd > bytes.length) return undefined
  const found: Uint8Array[] = []
  for (let at = jsonEnd; at < bytes.length; ) {
    const end = at + 4 > bytes.length ? Number.POSITIVE_INFINITY : at + 4 + view.getUint32(at)
    if (end > bytes.length) return undefined
    found.push(bytes.subarray(at + 4, end))
    at = end
  }
  const text = utf8Decode(bytes.subarray(4, jsonEnd))
  if (text === undefined) return undefined
  try {
    const json = JSON.parse(text) as Json
    const waiting = { found, next: 0 }
    const parcel = canonicalJson(json) === text ? unnamed(json, waiting) : undefined
    return waiting.next === found.length && shape(parcel) ? parcel : undefined
  } catch {
    return undefined
  }
}

const mark = '\u0000'

/** The canonical JSON of a parcel, its byte strings named; in one walk. */
function textOf(parcel: Parcel, found: Uint8Array[]): string {
  if (typeof parcel === 'string') return JSON.stringify(parcel.startsWith(mark) ? mark + parcel : parcel)
  if (typeof parcel !== 'object' || parcel === null) return canonicalJson(parcel)
  if (parcel instanceof Uint8Array) return JSON.stringify(`${mark}${found.push(parcel) - 1}`)
  if (Array.isArray(parcel)) return `[${parcel.map((item: Parcel) => textOf(item, found)).join(',')}]`
  const members = parcel as { readonly [name: string]: Parcel | undefined }
  let text = ''
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${textOf(member, found)}`
  }
  return `{${text}}`
}

/**
 * Freshly read, it is nobody's yet: changed in place, where there is something to change. In the order of canonical JSON: that
 * of the byte strings follows from it.
 * @throws on bytes that are not named one by one in their order.
 */
function unnamed(json: unknown, waiting: { readonly found: readonly Uint8Array[]; next: number }): unknown {
  if (typeof json === 'string') {
    if (!json.startsWith(mark)) return json
    if (json.startsWith(mark, 1)) return json.slice(1)
    const bytes = waiting.found[waiting.next]
    if (bytes === undefined || json !== `${mark}${waiting.next}`) throw new RangeError('bytes out of order')
    waiting.next++
    return bytes
  }
  if (typeof json !== 'object' || json === null) return json
  const members = json as Record<string, unknown>
  const names = Object.keys(members)
  for (const name of Array.isArray(json) ? names : names.sort()) {
    const member = members[name]
    const whole = unnamed(member, waiting)
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
