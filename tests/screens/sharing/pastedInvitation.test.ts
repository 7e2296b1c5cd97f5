import { expect, test } from 'vitest'
import {
  readCentreInvitation,
  writeCentreInvitation,
} from '#main/adapters/network/joining/centreInvitation.ts'
import { pastedInvitation } from '../../../src-renderer/sharing/pastedInvitation.ts'

const content = {
  origin: 'https://delibere.exemple.fr:8443',
  organisation: 'commission',
  code: 'K7QF-2M9P-AAAA',
  pin: new Uint8Array(32).fill(7),
}
const invitation = writeCentreInvitation(content)

test('[UI39] a whole invitation is known for one, even cut into lines by a mail', () => {
  const cut = `  ${invitation.slice(0, 20)}\n${invitation.slice(20)}\n`
  expect(readCentreInvitation(pastedInvitation(cut))).toEqual({ ok: true, value: content })
})

test('[UI39] an address alone is no invitation', () => {
  expect(['https://delibere.exemple.fr', 'delibere.exemple.fr', '#', ''].map(pastedInvitation)).toEqual([
    '',
    '',
    '',
    '',
  ])
})
