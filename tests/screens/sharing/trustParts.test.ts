import { describe, expect, test } from 'vitest'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { agreed, alone, room } from '#tests/e2e/support/sharing/sharingSamples.ts'
import { trustParts } from '../../../src-renderer/sharing/trustParts.ts'

const now = new Date('2026-11-22T16:00:00')
const contact = new Date('2026-11-22T14:32:00').toISOString()
const yesterday = new Date('2026-11-21T18:02:00').toISOString()
const shared = (changes: Partial<SyncState> = {}) => agreed({ lastContact: contact, ...changes })
const inRoom = { sessionId: 's', isHub: false, mayTakeOver: false }
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (sync: SyncState, shownRoom = room('s')) =>
  trustParts(sync, sync.room === null ? null : shownRoom, now).map(
    ({ tone, sentence }) => `${tone}: ${plain(sentence)}`,
  )

describe('[UI32] how the file stands, in one line', () => {
  test.each<[string, SyncState, string]>([
    ['alone', alone, 'info: Ce fichier n’est que sur ce portable'],
    ['agreed', shared(), 'favourable: Tout est envoyé et reçu, dernier contact à 14:32'],
    [
      'agreed since another day',
      shared({ lastContact: yesterday }),
      'favourable: Tout est envoyé et reçu, dernier contact le 21 novembre 2026 à 18:02',
    ],
    ['sending', shared({ toSend: 1 }), 'info: 1 changement en cours d’envoi'],
    ['connecting', shared({ connection: 'connecting' }), 'info: Recherche du serveur…'],
    [
      'looking for the room that it is in',
      shared({ connection: 'connecting', follows: 'room', room: inRoom, toSend: 2 }),
      'info: Recherche de la salle… 2 changements à envoyer',
    ],
    [
      'offline with work to send',
      shared({ connection: 'offline', toSend: 3 }),
      'reserved: 3 changements à envoyer, sans réseau depuis 14:32 : tout est enregistré ici',
    ],
    [
      'offline, never reached',
      shared({ connection: 'offline', lastContact: null }),
      'reserved: Sans réseau : tout est enregistré ici',
    ],
    [
      'refused',
      shared({ connection: 'refused', toSend: 2 }),
      'unfavourable: 2 changements à envoyer, la liaison est refusée : tout est enregistré ici',
    ],
    [
      'paused',
      shared({ connection: 'stopped', toSend: 1_204 }),
      'reserved: 1 204 changements à envoyer, envois suspendus : tout est enregistré ici',
    ],
    [
      'in a room',
      shared({ follows: 'room', room: inRoom }),
      'favourable: Salle de Mme Le Goff : 6 portables',
    ],
    [
      'in a room, sending',
      shared({ follows: 'room', room: inRoom, toSend: 2 }),
      'info: Salle de Mme Le Goff : 6 portables, 2 changements en cours d’envoi',
    ],
    [
      'the room is lost',
      shared({ follows: 'room', room: inRoom, connection: 'offline', toSend: 1 }),
      'reserved: 1 changement à envoyer, la salle ne répond plus depuis 14:32 : tout est enregistré ici',
    ],
    [
      'holding the room',
      shared({ room: { ...inRoom, isHub: true } }),
      'favourable: Salle de ce portable : 6 portables',
    ],
    [
      'first copy',
      shared({ progress: { what: 'first-copy', done: 2, total: 5 } }),
      'info: Première copie : 40 %',
    ],
    [
      'a work of unknown length',
      shared({ progress: { what: 'return', done: 0, total: 0 } }),
      'info: Retour de la salle : 0 %',
    ],
  ])('%s', (_, sync, sentence) => {
    expect(said(sync)).toEqual([sentence])
  })

  test('holding a room where nobody came yet', () => {
    const empty = room('s', { people: room('s').people.filter(({ isHub }) => isHub) })
    expect(said(shared({ room: { ...inRoom, isHub: true } }), empty)).toEqual([
      'favourable: Salle ouverte sur ce portable, en attente des autres',
    ])
  })

  test('a room that is closed and not brought home yet is not said to be open', () => {
    const kept = room('s', { standing: 'kept', people: room('s').people.filter(({ isHub }) => isHub) })
    expect(said(shared({ room: { ...inRoom, isHub: true }, connection: 'offline' }), kept)).toEqual([
      'reserved: Salle fermée : ce qui s’y est écrit est gardé ici et partira au serveur',
    ])
  })

  test('a name that begins with a vowel is elided', () => {
    const ofAnne = room('s', { hubName: 'Anne Le Goff' })
    expect(said(shared({ follows: 'room', room: inRoom }), ofAnne)).toEqual([
      'favourable: Salle d’Anne Le Goff : 6 portables',
    ])
  })

  test('what asks for a human comes first, the graver before, and how it stands is still said', () => {
    const everything = shared({
      mustEnrol: 'forked',
      incidents: 1,
      toRegularise: 1,
      readOnly: 2,
      connection: 'offline',
      follows: 'room',
      room: { ...inRoom, mayTakeOver: true },
    })
    expect(said(everything)).toEqual([
      'unfavourable: Ce portable doit être inscrit de nouveau',
      'unfavourable: 1 écart à examiner',
      'check: 1 changement à régulariser',
      'reserved: Ce portable peut prendre la suite de la salle',
      'reserved: Mise à jour requise : 2 éléments en lecture seule',
      'reserved: La salle ne répond plus depuis 14:32 : tout est enregistré ici',
    ])
  })

  test('nothing is said to be sent while something waits, whatever the connection', () => {
    for (const connection of ['connected', 'connecting', 'offline', 'refused', 'stopped'] as const)
      for (const follows of ['centre', 'room', null] as const) {
        const sentences = said(
          shared({ connection, follows, toSend: 1, room: follows === 'room' ? inRoom : null }),
        )
        expect(sentences.join(' '), `${connection} ${follows}`).toMatch(/1 changement/)
        expect(sentences.join(' ')).not.toMatch(/Tout est envoyé/)
      }
  })
})
