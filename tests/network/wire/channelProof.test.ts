import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChannelProof, channelProofText } from '#shared/operations/wire/channelProof.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const id = fc.string({ maxLength: 12 })
const proof: fc.Arbitrary<ChannelProof> = fc.record({
  side: fc.constantFrom('device', 'authority'),
  binding: fc.oneof(
    fc.record({ kind: fc.constant('channel' as const), exporter: bytes32, serverKey: bytes32 }),
    fc.record({ kind: fc.constant('origin' as const), origin: id }),
  ),
  log: id,
  device: id,
  authority: id,
  authorityNonce: bytes32,
  deviceNonce: bytes32,
})

describe('the text that a machine signs on a channel', () => {
  it('[NW3] is another text as soon as one thing differs', () => {
    fc.assert(
      fc.property(proof, proof, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(Buffer.compare(channelProofText(one), channelProofText(other)) === 0).toBe(same)
      }),
    )
  })

  it('[NW3] moves no letter from one field to its neighbour', () => {
    const at = (log: string, device: string): ChannelProof => ({
      side: 'device',
      binding: { kind: 'origin', origin: 'https://centre.example' },
      log,
      device,
      authority: '',
      authorityNonce: new Uint8Array(32),
      deviceNonce: new Uint8Array(32),
    })
    expect(channelProofText(at('ab', 'c'))).not.toEqual(channelProofText(at('a', 'bc')))
  })
})
