import { expect, test } from 'vitest'
import {
  readCentreInvitation,
  writeCentreInvitation,
} from '#main/adapters/network/joining/centreInvitation.ts'

const invitation = {
  origin: 'https://delibere.exemple.fr:8443',
  organisation: '0199a0b4-6a5e-7000-8000-000000000001',
  code: 'K7QF-2M9P-AAAA-BBBB-CCCC-DDDD',
  pin: new Uint8Array(32).fill(7),
}

test('[HS1] an invitation is one text that is read back as it was written, with or without a key', () => {
  expect(readCentreInvitation(writeCentreInvitation(invitation))).toEqual({ ok: true, value: invitation })
  const named = { ...invitation, pin: null }
  expect(readCentreInvitation(writeCentreInvitation(named))).toEqual({ ok: true, value: named })
})

test('[HS1] line ends of a mail are forgiven; what is cut, foreign or in clear is refused', () => {
  const text = writeCentreInvitation(invitation)
  const folded = `${text.slice(0, 40)}\r\n  ${text.slice(40)}\n`
  expect(readCentreInvitation(folded)).toEqual({ ok: true, value: invitation })
  const wrong = [
    text.slice(0, -3),
    text.replace('https:', 'http:'),
    text.replace('/rejoindre', '/autre'),
    text.replace('organisation=', 'organisation=%2F'),
    'K7QF-2M9P-AAAA-BBBB-CCCC-DDDD',
  ]
  for (const each of wrong)
    expect(readCentreInvitation(each)).toEqual({
      ok: false,
      refusal: { code: 'sync.invitation-malformed', details: {} },
    })
})
