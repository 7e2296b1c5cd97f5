import { encode } from 'uqr'
import type {
  RegulariseLine,
  RoomPerson,
  RoomState,
  SyncPeople,
  SyncState,
} from '#shared/contract/syncAnswers.ts'

/** A laptop of the secretariat in agreement with its server. */
export const agreed = (changes: Partial<SyncState> = {}): SyncState => ({
  sharing: 'shared',
  self: { name: 'Anne Le Goff', role: 'secretariat', memberId: null },
  centre: { origin: 'https://delibere.morbihan.exemple', organisation: 'Commission numérique 2026' },
  follows: 'centre',
  connection: 'connected',
  why: null,
  lastContact: '2026-11-22T13:32:00.000Z',
  toSend: 0,
  received: 214,
  toRegularise: 0,
  readOnly: 0,
  incidents: 0,
  mustEnrol: null,
  progress: null,
  room: null,
  roomEnded: null,
  ...changes,
})

export const alone: SyncState = agreed({
  sharing: 'alone',
  self: null,
  centre: null,
  follows: null,
  connection: 'stopped',
  lastContact: null,
  received: 0,
})

const person = (name: string, changes: Partial<RoomPerson> = {}): RoomPerson => ({
  deviceId: name,
  name,
  memberId: null,
  isHere: true,
  isHub: false,
  isSuccessor: false,
  lastPlace: 412,
  ...changes,
})

const invitation = `delibere-salle:${'AbCdEfGhIjKlMnOpQrStUvWxYz012345'.repeat(3)}`

/** Laptops around the table, one of them behind, one gone. */
export const room = (sessionId: string, changes: Partial<RoomState> = {}): RoomState => ({
  sessionId,
  isHub: true,
  hubName: 'Mme Le Goff',
  lease: {
    id: 'lease-1',
    epoch: 1,
    isEmergency: false,
    ends: 'later',
    from: '2026-11-22T13:00:00.000Z',
    to: '2026-11-23T01:00:00.000Z',
  },
  door: {
    state: 'open',
    code: 'K7QF-2M9P',
    invitation,
    qr: squaresOf(invitation),
    wrongCodes: 0,
  },
  addresses: [
    { address: '192.168.1.20', kind: 'wired' },
    { address: '192.168.137.1', kind: 'hotspot' },
  ],
  port: 17_443,
  people: [
    person('Portable du secrétariat', { isHub: true }),
    person('M. Tanguy, maire de Berric', { isSuccessor: true }),
    person('Mme Briand'),
    person('Communauté de communes du Pays de Dol et de la Baie du Mont-Saint-Michel'),
    person('M. Guillou', { lastPlace: 398 }),
    person('Mme Kerbrat', { isHere: false, lastPlace: 377 }),
    person('M. Le Bihan', { lastPlace: null }),
  ],
  guests: [
    { memberId: 'm1', name: 'Jeanne Rouault', isInside: true },
    { memberId: 'm2', name: 'Paul Hamon', isInside: false },
  ],
  guestPage: 'https://192.168.1.20:17443/',
  notOrdered: 0,
  reachesCentre: true,
  mayTakeOver: false,
  standing: 'open',
  ...changes,
})

const squaresOf = (text: string): readonly string[] =>
  encode(text, { ecc: 'M', border: 0 }).data.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''))

export const people: SyncPeople = {
  people: [
    {
      userId: 'u1',
      name: 'Anne Le Goff',
      email: 'anne.legoff@morbihan.exemple',
      mandates: [{ mandateId: 'a1', role: 'secretariat', memberId: null }],
      devices: [
        {
          deviceId: 'd1',
          name: 'Portable du secrétariat',
          lastContactAt: '2026-09-14T08:00:00.000Z',
          standing: 'valid',
          mayHub: true,
          isThis: true,
        },
      ],
    },
    {
      userId: 'u2',
      name: 'Yann Tanguy',
      email: '',
      mandates: [{ mandateId: 'a2', role: 'chair', memberId: null }],
      devices: [
        {
          deviceId: 'd2',
          name: 'Portable de M. Tanguy',
          lastContactAt: '2026-09-20T08:00:00.000Z',
          standing: 'valid',
          mayHub: true,
          isThis: false,
        },
        {
          deviceId: 'd3',
          name: 'Ancien portable',
          lastContactAt: '2025-01-20T08:00:00.000Z',
          standing: 'compromised',
          mayHub: false,
          isThis: false,
        },
      ],
    },
    { userId: 'u3', name: 'Paul Hamon', email: '', mandates: [], devices: [] },
  ],
  invitations: [
    { invitationId: 'i1', name: 'Jeanne Rouault', role: 'member', expiresAt: '2026-11-29T13:00:00.000Z' },
  ],
}

export const refused: readonly RegulariseLine[] = [
  {
    cid: 'c1',
    label: 'Montant demandé de « Portail familles », Berric',
    verdict: 'conflict',
    code: 'changed-meanwhile',
    at: '2026-11-21T18:02:00.000Z',
    entities: ['candidature/c-12'],
    differences: [
      { field: 'Montant demandé', mine: '6 736,00 €', theirs: '7 200,00 €' },
      { field: 'Montant minimal viable', mine: '', theirs: '5 000,00 €' },
      { field: 'Bénéficiaire', mine: 'Commune de Berric', theirs: 'Commune de Berric' },
    ],
    mayTakeUp: true,
  },
  {
    cid: 'c2',
    label: 'Note de Mme Briand, critère « Pertinence », Allaire',
    verdict: 'late',
    code: 'session-closed',
    at: '2026-11-22T16:41:00.000Z',
    entities: ['sheet/c-7/m-3'],
    differences: [],
    mayTakeUp: false,
  },
  {
    cid: 'c3',
    label: 'Débat du point 4',
    verdict: 'closed',
    code: 'not-open',
    at: '2026-11-22T12:58:00.000Z',
    entities: ['session/s-1'],
    differences: [],
    mayTakeUp: true,
  },
]
