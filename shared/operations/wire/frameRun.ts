import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { maxFrameBytes } from './wireLimits.ts'

/** Several encoded frames one after the other, each behind its length (4 bytes): the body of the HTTPS fallback. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const run = new Uint8Array(frames.reduce((total, frame) => total + 4 + frame.length, 0))
  const view = new DataView(run.buffer)
  let at = 0
  for (const frame of frames) {
    view.setUint32(at, frame.length)
    run.set(frame, at + 4)
    at += 4 + frame.length
  }
  return run
}

/** The way back; the frames are views on `run`. Refuses `wire.malformed`, all or nothing. */
export function splitFrames(run: Uint8Array): Result<readonly Uint8Array[]> {
  const view = new DataView(run.buffer, run.byteOffset, run.byteLength)
  const frames: Uint8Array[] = []
  let at = 0
  while (at < run.length) {
    const length = at + 4 <= run.length ? view.getUint32(at) : Number.POSITIVE_INFINITY
    if (length > maxFrameBytes || at + 4 + length > run.length)
      return refuse('wire.malformed', { part: 'run' })
    frames.push(run.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return ok(frames)
}
