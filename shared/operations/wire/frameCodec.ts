import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type FrameShape, frameShapes } from './frameShapes.ts'
import { type RawFrame, readRawFrame, writeRawFrame } from './rawFrame.ts'
import type { WireFrame, WireType } from './wireFrame.ts'

/**
 * Writes one frame. Refuses `wire.too-large` (a megabyte and a little): see `sliceForFrames`; and `wire.malformed` for a
 * frame that no reader would take (a proof of another length than 64 bytes, an empty batch): that one stays at home.
 */
export function encodeFrame(frame: WireFrame): Result<Uint8Array> {
  const { type, ...contents } = frame
  const shape = shapeOf(type)
  const { control, parts } = shape.write(contents)
  if (shape.read(control, parts) === undefined) return refuse('wire.malformed', { part: type })
  return writeRawFrame({ type: shape.number, control, parts })
}

/**
 * Reads one frame that fills `bytes` exactly; its byte strings are views on `bytes`. Refuses `wire.malformed` and
 * `wire.too-large`. What it accepts, {@link encodeFrame} writes back to the same bytes.
 */
export function decodeFrame(bytes: Uint8Array): Result<WireFrame> {
  const raw = readRawFrame(bytes)
  if (!raw.ok) return raw
  const frame = typed(raw.value)
  return frame === undefined ? refuse('wire.malformed', { part: 'contents' }) : ok(frame)
}

function typed(raw: RawFrame): WireFrame | undefined {
  const type = wireTypes.find((candidate) => frameShapes[candidate].number === raw.type)
  if (type === undefined) return undefined
  const contents = shapeOf(type).read(raw.control, raw.parts)
  return contents === undefined ? undefined : ({ ...contents, type } as WireFrame)
}

/** The table pairs each type with its contents; a frame taken from the union lost that pairing. */
function shapeOf(type: WireType): FrameShape<object> {
  return frameShapes[type] as unknown as FrameShape<object>
}

const wireTypes = Object.keys(frameShapes) as WireType[]
