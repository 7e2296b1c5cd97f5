import { expect, test } from 'vitest'
import { rank } from '#shared/domain/ranking/rank.ts'
import { amendOutcome } from '#shared/domain/session/amendOutcome.ts'
import { buildSessionFacts } from '#shared/domain/session/buildSessionFacts.ts'
import { closeSession } from '#shared/domain/session/closeSession.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import type { FactsInput } from '#shared/domain/session/factsInput.ts'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { openSession } from '#shared/domain/session/openSession.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { setAgenda } from '#shared/domain/session/setAgenda.ts'
import { withdrawOutcome } from '#shared/domain/session/withdrawOutcome.ts'
import { withdrawProxy } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate } from '#shared/domain/session/writeDebate.ts'
import { writeDiscussion } from '#shared/domain/session/writeDiscussion.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { cents } from '#shared/kernel/cents.ts'
import { refuse } from '#shared/kernel/result.ts'
import {
  callOf,
  candidatureOf,
  criterion,
  gridOf,
  memberOf,
  membersOf,
  recusalOf,
  scaled,
  sheetOf,
} from '../builders.ts'
import { agenda, ballot, must, opened, proposal, roomOf } from './sessionBuilders.ts'

const closing = { at: '19:30', number: 'PV 2026-01', factsDigest: 'ab12' }

/** m04 is recused on the item and withdraws, m05 arrives late, m03 leaves before the end. */
function complete(): Session {
  const room = roomOf({ recusals: [recusalOf('c1', 'm04', { counting: 'numerator-and-denominator' })] })
  const move = (
    session: Session,
    memberId: string,
    kind: 'arrives' | 'leaves',
    at: string,
    itemId: string | null,
  ) => must(recordMovement(session, { memberId, kind, at, itemId }, room))
  let session = move(opened(), 'm05', 'arrives', '18:10', null)
  session = move(session, 'm04', 'leaves', '18:15', 'i1')
  session = must(writeDebate(session, { itemId: 'i1', text: 'Le calendrier est discuté.' }))
  session = must(
    decideItem(
      session,
      proposal({ amountCents: cents(6_736_00), vote: ballot(3, 1, 0, { notTakingPart: 0 }) }),
      room,
    ),
  )
  session = move(session, 'm04', 'arrives', '18:32', 'i1')
  session = move(session, 'm03', 'leaves', '19:00', null)
  return must(
    decideItem(session, proposal({ itemId: 'i2', amountCents: null, vote: null, at: '19:10' }), room),
  )
}

test('[SE11] closing needs an outcome for each point, by name', () => {
  expect(closeSession(opened(), closing)).toEqual(
    refuse('session.not-closable', {
      missing: ['outcomes'],
      items: ['Portail familles', 'Règlement intérieur'],
    }),
  )
  expect(closeSession(complete(), { ...closing, number: ' ' })).toEqual(
    refuse('session.not-closable', { missing: ['number'], items: [] }),
  )
})

test('[SE11] closing comes after everything that happened', () => {
  expect(closeSession(complete(), { ...closing, at: '19:05' })).toEqual(
    refuse('session.hour-order', { at: '19:05', notBefore: '19:10' }),
  )
  expect(must(closeSession(complete(), closing))).toEqual({
    ...complete(),
    status: 'closed',
    closedAt: '19:30',
    closing: { number: 'PV 2026-01', factsDigest: 'ab12' },
  })
})

test('[SE11] nothing changes after the closing (P3)', () => {
  const closed = must(closeSession(complete(), closing))
  const room = roomOf()
  const proxy = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: true }
  const attempts = [
    setAgenda(closed, agenda),
    recordAttendance(closed, { memberId: 'm01', status: 'absent' }, room),
    recordMovement(closed, { memberId: 'm01', kind: 'leaves', at: '19:31', itemId: null }, room),
    giveProxy(closed, proxy, room),
    withdrawProxy(closed, proxy),
    openSession(closed, { at: '19:31', chairId: 'm01', secretaryId: 'm02' }, room),
    writeDebate(closed, { itemId: 'i1', text: '' }),
    writeDiscussion(closed, { text: '' }),
    decideItem(closed, proposal(), room),
    amendOutcome(closed, proposal(), room),
    withdrawOutcome(closed, { itemId: 'i1' }),
    closeSession(closed, closing),
  ]
  expect(attempts).toEqual(attempts.map(() => refuse('session.closed')))
})

const grid = gridOf(criterion('A', 60), scaled('B', 40, 'yes-no'), criterion('I', 0, { informative: true }))

function factsInput(): FactsInput {
  const call = callOf({
    envelopeCents: cents(20_000_00),
    maxRateBasisPoints: 7_400,
    tieBreakers: [{ kind: 'criterion', code: 'A' }, { kind: 'lowest-requested' }],
  })
  const candidatures = [
    candidatureOf(1, {
      requestedCents: cents(6_736_00),
      eligibleBaseCents: cents(9_623_00),
      taxBasis: 'HT',
    }),
    candidatureOf(2, { requestedCents: cents(2_000_00) }),
  ]
  const members = membersOf(5).map((member) =>
    member.id === 'm01'
      ? { ...member, firstName: 'Anne', lastName: 'Le Goff', capacity: 'présidente' }
      : member,
  )
  const recusals = [recusalOf('c1', 'm04', { counting: 'numerator-and-denominator' })]
  return {
    committee: {
      id: 'committee',
      name: 'Commission numérique',
      instanceType: 'organe_deliberant',
      decidingAuthority: '',
      place: '',
      recusalCounting: 'numerator',
      proxiesPerHolder: 1,
      noticeRule: 'none',
      phrases: [],
    },
    members: [...members, memberOf('m06', { inOffice: false })],
    call,
    grid: { grid, contentHash: 'c0ffee' },
    candidatures,
    dossiers: candidatures.map(({ dossierId, number }) => ({
      id: dossierId,
      title: number === 1 ? 'Portail familles' : 'Salles',
      applicant: {
        name: number === 1 ? 'Berric' : 'Vannes',
        kind: 'commune',
        territoryCode: null,
        siren: '215600156',
        siret: number === 1 ? '21560015600013' : null,
        population: null,
        department: { code: '56', name: 'Morbihan' },
      },
      description: '',
      objectives: '',
      annexes: [],
      source: '',
    })),
    recusals,
    ranking: rank({
      grid,
      call,
      candidatures,
      populations: {},
      sheets: [
        sheetOf('c1', 'm01', { A: 400, B: 100 }),
        sheetOf('c2', 'm01', { A: 400, B: 100 }),
        sheetOf('c1', 'm04', { A: 0, B: 0 }),
      ],
      recusals,
      members,
    }),
    session: complete(),
    number: 'PV 2026-01',
    closedAt: '19:30',
    firstConvocationDate: null,
    awardedElsewhereCents: cents(1_000_00),
    annexes: [],
  }
}

test('[SE12] the facts say who, when, what, with names resolved', () => {
  const facts = must(buildSessionFacts(factsInput()))
  const { members, movements, items, ranking, totals, ...head } = facts
  expect(head).toEqual({
    format: 2,
    markup: 1,
    number: 'PV 2026-01',
    instance: { name: 'Commission numérique', type: 'organe_deliberant', decidingAuthority: '' },
    call: {
      name: 'Portails 2026',
      scheme: 'Transformation numérique',
      fiscalYear: 2026,
      envelopeCents: 20_000_00,
      maxRateBasisPoints: 7_400,
      capCents: null,
      aggregation: 'mean',
      tieBreakers: ['la meilleure note au critère « Critère A »', 'l’aide demandée la plus faible'],
    },
    grid: {
      label: 'Grille',
      version: 1,
      contentHash: 'c0ffee',
      criteria: [
        { code: 'A', label: 'Critère A', weight: 60, scale: '0-5', informative: false },
        { code: 'B', label: 'Critère B', weight: 40, scale: 'oui/non', informative: false },
        { code: 'I', label: 'Critère I', weight: 0, scale: '0-5', informative: true },
      ],
    },
    date: '2026-03-12',
    startsAt: '18:00',
    openedAt: '18:00',
    closedAt: '19:30',
    place: 'Hôtel de ville',
    convocation: {
      date: '2026-03-02',
      author: 'la présidente',
      sentBy: 'e-mail',
      proof: 'accusé n° 12',
      notice: null,
    },
    secondConvocation: null,
    chair: { name: 'Anne Le Goff', capacity: 'présidente' },
    secretary: { name: 'Camille M02', capacity: 'membre élue' },
    proxies: [],
    openingQuorum: {
      inOffice: 5,
      present: 4,
      represented: 0,
      counted: 4,
      base: 5,
      required: 3,
      reached: true,
      applies: true,
    },
    agenda: ['Portail familles', 'Règlement intérieur'],
    pauses: [],
    discussion: '',
    envelopes: [],
    quotas: [],
    scenario: null,
    openChecks: [],
    annexes: [],
  })
  expect(canonicalJson(facts as unknown as Json)).toContain('"PV 2026-01"')
})

test('[MN7] the private reason of a recusal is not in the facts, so in no document', () => {
  const input = factsInput()
  const recusals = input.recusals.map((recusal) => ({
    ...recusal,
    assessmentReason: 'motif de la présidence',
  }))
  const json = canonicalJson(must(buildSessionFacts({ ...input, recusals })) as unknown as Json)
  expect(json).toContain('"to-assess"')
  expect(json).not.toMatch(/siège au conseil du demandeur|motif de la présidence/u)
})

test('[SE13] attendance by interval; a withdrawal is told with its item', () => {
  const facts = must(buildSessionFacts(factsInput()))
  expect(facts.members.map((m) => [m.name, m.role, m.attendance, m.arrivedAt, m.leftAt])).toEqual([
    ['Anne Le Goff', 'chair', 'present', null, null],
    ['Camille M02', 'secretary', 'present', null, null],
    ['Camille M03', 'member', 'present', null, '19:00'],
    ['Camille M04', 'member', 'present', null, null],
    ['Camille M05', 'member', 'present', '18:10', null],
  ])
  expect(facts.movements).toEqual([
    { member: 'Camille M05', kind: 'arrives', at: '18:10', presentAfter: 5, quorumReached: true },
    { member: 'Camille M03', kind: 'leaves', at: '19:00', presentAfter: 4, quorumReached: true },
  ])
})

test('[SE14] an item tells the withdrawal, the room, the vote and the rate', () => {
  const [item] = must(buildSessionFacts(factsInput())).items
  expect(item).toEqual({
    kind: 'candidature',
    title: 'Portail familles',
    candidature: {
      number: 1,
      applicant: 'Berric',
      identifier: '21560015600013',
      department: 'Morbihan (56)',
      project: 'Portail familles',
      eligibleBaseCents: 9_623_00,
      taxBasis: 'HT',
      requestedCents: 6_736_00,
      score: '88.00',
      rank: 2,
    },
    rapporteur: 'Camille M02',
    debate: 'Le calendrier est discuté.',
    recusals: [
      {
        member: 'Camille M04',
        capacity: 'membre élue',
        leftAt: '18:15',
        returnedAt: '18:32',
        counting: 'numerator-and-denominator',
        status: 'to-assess',
      },
    ],
    hearing: null,
    runs: [],
    marks: null,
    outcome: {
      opinion: 'favourable',
      amountCents: 6_736_00,
      rateBasisPoints: 7_000,
      conditions: '',
      rationale: { legal: '', factual: '' },
      quorum: {
        inOffice: 5,
        present: 4,
        represented: 0,
        counted: 4,
        base: 4,
        required: 3,
        reached: true,
        applies: true,
      },
      presentCount: 4,
      waitingList: false,
      waitingRank: null,
      departure: '',
      departs: false,
      funding: [],
      corrections: [],
      vote: {
        method: 'show-of-hands',
        voters: 4,
        for: 3,
        against: 1,
        abstention: 0,
        notTakingPart: 0,
        blank: 0,
        spoiled: 0,
        requestedBy: [],
        castingVote: false,
        named: null,
        disagreements: [],
      },
    },
  })
})

test('[SE15] [SE16] the annexed ranking and the totals', () => {
  const { ranking, totals } = must(buildSessionFacts(factsInput()))
  expect(
    ranking.map((row) => [
      row.number,
      row.rank,
      row.exactScore,
      row.decidedBy,
      row.proposedCents,
      row.awardedCents,
    ]),
  ).toEqual([
    [2, 1, '88/1', 'l’aide demandée la plus faible', 2_000_00, null],
    [1, 2, '88/1', 'l’aide demandée la plus faible', 6_736_00, 6_736_00],
  ])
  expect(totals).toEqual({
    candidatures: 1,
    requestedCents: 6_736_00,
    awardedCents: 6_736_00,
    remainingCents: 12_264_00,
    byOpinion: { favourable: 1, reserved: 0, unfavourable: 0, deferred: 0, inadmissible: 0 },
  })
})

test('[SE12] incomplete facts are refused, each missing one named', () => {
  const input = factsInput()
  expect(
    buildSessionFacts({
      ...input,
      number: '',
      members: input.members
        .filter((member) => member.id !== 'm03')
        .map((member) => (member.id === 'm05' ? { ...member, capacity: '' } : member)),
      candidatures: input.candidatures.slice(1),
      dossiers: [],
      session: { ...input.session, convocation: null, secondConvocation: true },
    }),
  ).toEqual(
    refuse('session.facts-missing', {
      missing: [
        'number',
        'convocation',
        'first-convocation',
        'member:m03',
        'capacity:Camille M05',
        'candidature:Portail familles',
        'dossier:2',
      ],
    }),
  )
})
