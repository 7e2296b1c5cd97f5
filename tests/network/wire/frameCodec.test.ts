import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { crc32c } from '#shared/operations/wire/crc32c.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import { joinFrames, splitFrames } from '#shared/operations/wire/frameRun.ts'
import { sliceForFrames } from '#shared/operations/wire/sliceForFrames.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes, maxPartBytes } from '#shared/operations/wire/wireLimits.ts'
import { plainJson } from '#tests/support/plainNames.ts'
import { arbitraryFrame } from './arbitraryFrame.ts'

const written = (frame: WireFrame): Uint8Array => {
  const bytes = encodeFrame(frame)
  if (!bytes.ok) throw new Error(`not written: ${bytes.refusal.code}`)
  return bytes.value
}

/** An envelope written by hand, with a right check value: what a hostile or newer program could send. */
function envelope(
  type: number,
  controlText: string,
  parts: readonly Uint8Array[],
  mark = 0x4401,
): Uint8Array {
  const control = new TextEncoder().encode(controlText)
  const length = 12 + control.length + parts.reduce((sum, part) => sum + 4 + part.length, 0) + 4
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, mark)
  view.setUint16(2, type)
  view.setUint32(4, control.length)
  view.setUint32(8, parts.length)
  bytes.set(control, 12)
  let at = 12 + control.length
  for (const part of parts) {
    view.setUint32(at, part.length)
    bytes.set(part, at + 4)
    at += 4 + part.length
  }
  view.setUint32(at, crc32c(bytes, at), true)
  return bytes
}

describe('frames of delibere.sync.v1', () => {
  it('[NW1] come back whole, and are written to the same bytes again', () => {
    fc.assert(
      fc.property(arbitraryFrame, (frame) => {
        const bytes = written(frame)
        const read = decodeFrame(bytes)
        expect(read).toEqual({ ok: true, value: frame })
        expect(read.ok && encodeFrame(read.value)).toEqual({ ok: true, value: bytes })
      }),
      { numRuns: 500 },
    )
  })

  it('[NW1] are refused wherever they are cut', () => {
    fc.assert(
      fc.property(arbitraryFrame, fc.nat(), (frame, cut) => {
        const bytes = written(frame)
        expect(decodeFrame(bytes.subarray(0, cut % bytes.length)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('[NW1] are refused with any run of up to four bytes overwritten', () => {
    fc.assert(
      fc.property(
        arbitraryFrame,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 4 }).filter((mask) => mask.some((byte) => byte !== 0)),
        (frame, place, mask) => {
          const bytes = written(frame)
          const at = place % (bytes.length - mask.length + 1)
          for (const [i, flip] of mask.entries()) bytes[at + i] = (bytes[at + i] ?? 0) ^ flip
          expect(decodeFrame(bytes).ok).toBe(false)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('[NW1] are refused with bytes put in, taken out, or two glued together', () => {
    fc.assert(
      fc.property(arbitraryFrame, fc.nat(), some, (frame, place, extra) => {
        const bytes = written(frame)
        const at = place % (bytes.length + 1)
        const longer = Uint8Array.from([...bytes.subarray(0, at), ...extra, ...bytes.subarray(at)])
        expect(decodeFrame(longer).ok).toBe(false)
        expect(decodeFrame(Uint8Array.from([...bytes, ...bytes])).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('[NW1] never make the reader throw, whatever comes, right check value or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeFrame(bytes).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        plainJson(),
        fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 5 }),
        (type, control, parts) => {
          const bytes = envelope(type, JSON.stringify(control), parts)
          const read = decodeFrame(bytes)
          if (read.ok) expect(written(read.value)).toEqual(bytes)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['a control with a space', envelope(9, '{"head": 3,"log":"c"}', [])],
    ['members in another order', envelope(9, '{"log":"c","head":3}', [])],
    ['a member twice', envelope(9, '{"head":3,"head":4,"log":"c"}', [])],
    ['a member too many', envelope(9, '{"head":3,"log":"c","more":1}', [])],
    ['a member missing', envelope(9, '{"log":"c"}', [])],
    ['a place before the first', envelope(9, '{"head":-1,"log":"c"}', [])],
    ['a place that is no whole number', envelope(9, '{"head":1.5,"log":"c"}', [])],
    ['a list for a control', envelope(9, '["c",3]', [])],
    ['a byte string too many', envelope(9, '{"head":3,"log":"c"}', [new Uint8Array(1)])],
    ['an unknown type', envelope(99, '{"head":3,"log":"c"}', [])],
    ['another version of the envelope', envelope(9, '{"head":3,"log":"c"}', [], 0x4402)],
    ['a control nested without end', envelope(9, '['.repeat(30_000), [])],
    ['a push without a commit', envelope(4, '{"batch":1}', [])],
    [
      'a commit without its body',
      envelope(4, '{"batch":1}', [new Uint8Array(3), new Uint8Array(0), new Uint8Array(64)]),
    ],
    [
      'a signature cut short',
      envelope(4, '{"batch":1}', [new Uint8Array(3), new Uint8Array(3), new Uint8Array(63)]),
    ],
    ['a part beyond the last', envelope(7, '{"id":1,"part":2,"parts":2,"what":"copy"}', [Uint8Array.of(1)])],
    ['a part that bears nothing', envelope(7, '{"id":1,"part":0,"parts":1,"what":"copy"}', [])],
    ['a question of no kind', envelope(7, '{"id":1,"part":0,"parts":1,"what":"keys"}', [Uint8Array.of(1)])],
    [
      'a refusal that says more',
      envelope(11, '{"id":1,"part":0,"parts":1,"refusal":"unknown"}', [Uint8Array.of(1)]),
    ],
    ['an entry without its place', envelope(5, '{"answers":[{"is":"entry"}],"batch":1,"log":"c"}', [])],
    [
      'bytes beside the answers',
      envelope(5, '{"answers":[{"is":"carried"}],"batch":1,"log":"c"}', [Uint8Array.of(1)]),
    ],
    [
      'an answer with a member of another',
      envelope(5, '{"answers":[{"expectedSeq":1,"is":"carried"}],"batch":1,"log":"c"}', []),
    ],
  ])('[NW1] refuse %s', (_what, bytes) => {
    expect(decodeFrame(bytes)).toMatchObject({ ok: false, refusal: { code: 'wire.malformed' } })
  })

  it('[NW1] the hand-written envelope of these refusals is taken when it is right', () => {
    expect(decodeFrame(envelope(9, canonicalJson({ head: 3, log: 'c' }), []))).toEqual({
      ok: true,
      value: { type: 'poke', head: 3, log: 'c' },
    })
  })

  it('[NW2] are refused above a megabyte and a little, by the writer and by the reader', () => {
    const commit = {
      header: new Uint8Array(10),
      body: new Uint8Array(maxPartBytes),
      signature: new Uint8Array(64),
    }
    expect(
      encodeFrame({ type: 'push', batch: 1, commits: [commit, commit, commit, commit, commit] }),
    ).toEqual({
      ok: false,
      refusal: {
        code: 'wire.too-large',
        details: { sizeBytes: 5 * (maxPartBytes + 86) + 27, limitBytes: maxFrameBytes },
      },
    })
    expect(decodeFrame(new Uint8Array(maxFrameBytes + 1))).toMatchObject({
      ok: false,
      refusal: { code: 'wire.too-large' },
    })
  })

  it('[NW2] a run of commits is cut so that each frame passes, in order, none lost', () => {
    const commits = Array.from({ length: 40 }, (_, i) => ({
      header: new Uint8Array(900).fill(i + 1),
      body: new Uint8Array(1 + ((i * 37_501) % (maxPartBytes - 1000))).fill(1),
      signature: new Uint8Array(64),
    }))
    const slices = sliceForFrames(commits, ({ header, body, signature }) => [header, body, signature])
    expect(slices.flat()).toEqual(commits)
    expect(slices.length).toBeGreaterThan(3)
    for (const slice of slices) expect(encodeFrame({ type: 'push', batch: 0, commits: slice }).ok).toBe(true)
  })

  it('[NW2] a frame that nobody would read stays at home', () => {
    expect(encodeFrame({ type: 'push', batch: 1, commits: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'wire.malformed' },
    })
  })

  it('[NW1] a run of frames comes back, and not when it is cut', () => {
    fc.assert(
      fc.property(fc.array(arbitraryFrame, { maxLength: 5 }), fc.nat(), (frames, cut) => {
        const encoded = frames.map(written)
        const run = joinFrames(encoded)
        expect(splitFrames(run)).toEqual({ ok: true, value: encoded })
        const ends = encoded.map((_, i) => joinFrames(encoded.slice(0, i)).length)
        const at = run.length === 0 ? 0 : cut % run.length
        if (!ends.includes(at) && run.length > 0) expect(splitFrames(run.subarray(0, at)).ok).toBe(false)
      }),
    )
  })

  it('[NW1] CRC-32C gives the check value of its definition', () => {
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283)
  })
})

const some = fc.uint8Array({ minLength: 1, maxLength: 8 })
