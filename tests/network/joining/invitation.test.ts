import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Invitation,
  readInvitation,
  writeInvitation,
} from '#main/adapters/network/joining/invitation.ts'

const invitation: fc.Arbitrary<Invitation> = fc.record({
  addresses: fc.array(fc.oneof(fc.ipV4(), fc.constantFrom('fd00::2', 'fe80::fc:ff:fe00:1', '::1')), {
    minLength: 1,
    maxLength: 8,
  }),
  port: fc.integer({ min: 1, max: 65535 }),
  fingerprint: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  secret: fc.uint8Array({ minLength: 16, maxLength: 16 }),
})

describe('the invitation that a QR holds', () => {
  it('[NW7] comes back whole, cut into lines or not', () => {
    fc.assert(
      fc.property(invitation, (whole) => {
        const text = writeInvitation(whole)
        expect(readInvitation(text)).toEqual({ ok: true, value: whole })
        expect(readInvitation(` ${text.replaceAll(/.{20}/g, '$&\r\n')} `)).toEqual({ ok: true, value: whole })
      }),
    )
  })

  it('[NW7] is refused when a part is missing or a character differs', () => {
    fc.assert(
      fc.property(invitation, fc.nat(), fc.constantFrom(...'aZ9_-'), (whole, place, other) => {
        const text = writeInvitation(whole)
        const at = place % text.length
        const wrong = text.slice(0, at) + other + text.slice(at + 1)
        expect(readInvitation(text.slice(0, at)).ok).toBe(false)
        if (wrong !== text) expect(readInvitation(wrong).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('[NW7] names its addresses as people write them', () => {
    const [whole] = fc.sample(invitation, 1)
    const text = writeInvitation({
      ...(whole as Invitation),
      addresses: ['192.168.1.20', 'fe80::1%eth0', '::ffff:10.0.0.1', 'poste.local'],
    })
    const read = readInvitation(text)
    expect(read.ok && read.value.addresses).toEqual(['192.168.1.20', 'fe80::1', '::ffff:a00:1'])
  })
})
