import { expect, test } from 'vitest'
import { syncRoles, type UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import { writers } from '#shared/operations/rights/writers.ts'
import { agreed, alone } from '#tests/e2e/support/sharing/sharingSamples.ts'
import { mayGiveUp } from '../../../src-renderer/features/sync/unfinished/mayGiveUp.ts'
import {
  sessionInWords,
  standingInWords,
} from '../../../src-renderer/features/sync/unfinished/roomInWords.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const hub = { deviceId: 'd1', person: 'Anne Le Goff', laptop: 'Portable du secrétariat' }
const tanguy = { deviceId: 'd2', person: 'Yann Tanguy', laptop: null }
const room = (changes: Partial<UnfinishedRoom> = {}): UnfinishedRoom => ({
  lease: 'l1',
  sessionId: 's1',
  session: { callName: 'Numérique 2026', date: '2026-12-01' },
  hub,
  isOwnHub: false,
  standing: 'open',
  told: [],
  ...changes,
})
const said = (changes: Partial<UnfinishedRoom> = {}): string => plain(standingInWords(room(changes)))

test('[UI43] a room is named by its session, also where this laptop does not hold it', () => {
  expect(plain(sessionInWords(room()))).toBe('Séance du 1er décembre 2026 · Numérique 2026')
  expect(sessionInWords(room({ session: null }))).toBe('Séance que ce portable ne connaît pas')
})

test('[UI43] it says who held it, then who told what he holds of it', () => {
  expect(said()).toBe('Tenue par Anne Le Goff (Portable du secrétariat)')
  expect(said({ hub: tanguy })).toBe('Tenue par Yann Tanguy')
  expect(said({ isOwnHub: true })).toBe('Tenue par ce portable : c’est ici qu’elle se ferme.')
  expect(said({ standing: 'voided' })).toBe(
    'Ce portable n’est plus attendu. Aucun autre n’a encore dit ce qu’il a reçu de la salle.',
  )
  expect(said({ standing: 'voided', told: [tanguy] })).toBe(
    'Ce portable n’est plus attendu. A dit ce qu’il a reçu de la salle : Yann Tanguy.',
  )
  expect(said({ standing: 'voided', told: [hub, tanguy] })).toBe(
    'Ce portable n’est plus attendu. Ont dit ce qu’ils ont reçu de la salle : Anne Le Goff (Portable du secrétariat), Yann Tanguy.',
  )
})

test('[UI43] it is shown to the roles whose word the centre takes, and to nobody else', () => {
  const givers: readonly Role[] = writers['lease.void@1']
  const shown = syncRoles.filter((role) =>
    mayGiveUp(agreed({ self: { name: 'Anne', role, memberId: null } })),
  )
  expect(shown).toEqual(syncRoles.filter((role) => givers.includes(role)))
  expect(mayGiveUp(alone)).toBe(false)
})
