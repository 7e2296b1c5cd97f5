import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import { crc32c } from './crc32c.ts'
import { maxControlBytes, maxFrameBytes, maxPartBytes, maxParts } from './wireLimits.ts'

/** The envelope of every frame: a number for its type, small canonical JSON, and byte strings. */
export interface RawFrame {
  /** 1 to 255. */
  readonly type: number
  readonly control: { readonly [name: string]: Json }
  readonly parts: readonly Uint8Array[]
}

/** Writes an envelope. Refuses `wire.too-large`: the sender cuts before. */
export function writeRawFrame(frame: RawFrame): Result<Uint8Array> {
  const control = utf8Encode(canonicalJson(frame.control))
  const length = frame.parts.reduce(
    (total, part) => total + 4 + part.length,
    headBytes + control.length + checkBytes,
  )
  if (
    length > maxFrameBytes ||
    control.length > maxControlBytes ||
    frame.parts.length > maxParts ||
    frame.parts.some((part) => part.length > maxPartBytes)
  )
    return refuse('wire.too-large', { sizeBytes: length, limitBytes: maxFrameBytes })
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, mark)
  view.setUint16(2, frame.type)
  view.setUint32(4, control.length)
  view.setUint32(8, frame.parts.length)
  bytes.set(control, headBytes)
  let at = headBytes + control.length
  for (const part of frame.parts) {
    view.setUint32(at, part.length)
    bytes.set(part, at + 4)
    at += 4 + part.length
  }
  view.setUint32(at, crc32c(bytes, at), true)
  return ok(bytes)
}

/**
 * Reads an envelope that fills `bytes` exactly. The parts are views on `bytes`. Refuses `wire.too-large` and
 * `wire.malformed`: cut, longer than it says, altered, or with a control that {@link writeRawFrame} would not have written.
 */
export function readRawFrame(bytes: Uint8Array): Result<RawFrame> {
  if (bytes.length > maxFrameBytes)
    return refuse('wire.too-large', { sizeBytes: bytes.length, limitBytes: maxFrameBytes })
  if (bytes.length < headBytes + checkBytes) return refuse('wire.malformed', { part: 'length' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - checkBytes
  if (view.getUint16(0) !== mark) return refuse('wire.malformed', { part: 'mark' })
  if (view.getUint32(end, true) !== crc32c(bytes, end)) return refuse('wire.malformed', { part: 'checksum' })
  const type = view.getUint16(2)
  const controlLength = view.getUint32(4)
  const partCount = view.getUint32(8)
  if (controlLength > maxControlBytes || partCount > maxParts || headBytes + controlLength > end)
    return refuse('wire.malformed', { part: 'head' })
  const control = readControl(bytes.subarray(headBytes, headBytes + controlLength))
  if (control === undefined) return refuse('wire.malformed', { part: 'control' })
  const parts: Uint8Array[] = []
  let at = headBytes + controlLength
  for (let i = 0; i < partCount; i++) {
    if (at + 4 > end) return refuse('wire.malformed', { part: 'parts' })
    const length = view.getUint32(at)
    if (length > maxPartBytes || at + 4 + length > end) return refuse('wire.malformed', { part: 'parts' })
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return at === end ? ok({ type, control, parts }) : refuse('wire.malformed', { part: 'parts' })
}

/** One text per value: spaces, another order of members, a member twice are no control of ours. */
function readControl(bytes: Uint8Array): RawFrame['control'] | undefined {
  const text = utf8Decode(bytes)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return canonicalJson(value as Json) === text ? (value as RawFrame['control']) : undefined
  } catch {
    return undefined
  }
}

/** « D », then the version of the envelope. */
const mark = 0x4401
const headBytes = 12
const checkBytes = 4
