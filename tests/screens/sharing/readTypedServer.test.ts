import { expect, test } from 'vitest'
import { writeCentreInvitation } from '#main/adapters/network/joining/centreInvitation.ts'
import { readTypedServer } from '../../../src-renderer/sharing/readTypedServer.ts'

const invitation = writeCentreInvitation({
  origin: 'https://delibere.exemple.fr:8443',
  organisation: 'commission',
  code: 'K7QF-2M9P-AAAA',
  pin: null,
})

test('[UI39] a whole invitation says its server, even cut into lines by a mail', () => {
  const cut = `  ${invitation.slice(0, 20)}\n${invitation.slice(20)}\n`
  expect(readTypedServer(cut)).toEqual({ origin: 'https://delibere.exemple.fr:8443', invitation })
})

test('[UI39] an address alone is an address', () => {
  expect(readTypedServer(' https://delibere.exemple.fr ')).toEqual({
    origin: 'https://delibere.exemple.fr',
    invitation: '',
  })
  expect(readTypedServer('delibere.exemple.fr')).toEqual({ origin: 'delibere.exemple.fr', invitation: '' })
})
