import { expect, test } from 'vitest'
import {
  type ProjectedContent,
  projectedContents,
  projectionLevels,
} from '#shared/domain/session/projection.ts'
import { type ProjectionSource, projectionOf } from '#shared/domain/session/projectionOf.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { cents, zeroCents } from '#shared/kernel/cents.ts'
import { outcomeOf, voteOf } from './outcomeBuilders.ts'
import { entry, opened, planned } from './sessionBuilders.ts'

/** Every private word of the meeting; none of them may reach the wall. */
const secrets = [
  'PROXY-HOLDER',
  'PRIVATE-DRAFT',
  'PRIVATE-DEBATE',
  'PRIVATE-REMARK',
  'PRIVATE-DISAGREEMENT',
  'PRIVATE-CONDITION',
  'PRIVATE-RATIONALE',
  'PRIVATE-DEPARTURE',
  'PRIVATE-EXPLANATION',
  'PRIVATE-GUEST',
  'RECUSED-MEMBER',
  'm01',
  'm02',
  'm03',
]
const names = ['APPLICANT-ONE', 'TITLE-ONE', 'APPLICANT-TWO', 'TITLE-TWO', 'FREE-TITLE']
const marks = ['61.25', '74.00', '88.50', '"rank":7']

const quorum = outcomeOf().quorum

const outcome = outcomeOf({
  opinion: 'reserved',
  conditions: 'PRIVATE-CONDITION',
  rationale: { legal: 'PRIVATE-RATIONALE', factual: 'PRIVATE-RATIONALE' },
  departure: 'PRIVATE-DEPARTURE',
  recused: [{ memberId: 'RECUSED-MEMBER', leftAt: '18:20', returnedAt: '18:30', counting: 'numerator' }],
  proxies: [{ giverId: 'm03', holderId: 'PROXY-HOLDER', date: '2026-03-10', signed: true }],
  vote: voteOf({
    method: 'roll-call',
    against: 1,
    named: { m01: 'for', m02: 'against' },
    requestedBy: ['m02'],
    disagreements: [{ memberId: 'm02', text: 'PRIVATE-DISAGREEMENT' }],
  }),
})

function meeting(): Session {
  const agenda = [
    entry('i1', 'c1', { title: 'APPLICANT-ONE – TITLE-ONE', rapporteurId: 'm02', plannedMinutes: 10 }),
    entry('i2', 'c2', {
      kind: 'hearing',
      title: 'TITLE-TWO',
      slot: { at: '19:00', guest: 'PRIVATE-GUEST' },
      questionerId: 'm03',
    }),
    entry('i3', null, { title: 'FREE-TITLE' }),
    entry('i4', 'c4'),
  ]
  const session = opened(4, 'organe_deliberant', planned({ agenda }))
  const said = session.agenda.map(
    (item): AgendaItem => ({ ...item, debate: 'PRIVATE-DEBATE', draft: 'PRIVATE-DRAFT' }),
  )
  return {
    ...session,
    agenda: said,
    sealedMarks: true,
    currentItemId: 'i1',
    discussion: 'PRIVATE-REMARK',
    explanations: { 'debate-empty': 'PRIVATE-EXPLANATION' },
    proxies: outcome.proxies,
  }
}

const itemView = (item: AgendaItem, number: number, isSealed: boolean): SessionItemView => ({
  itemId: item.id,
  candidatureId: item.candidatureId,
  number: item.candidatureId === null ? null : number,
  title: number === 1 ? 'TITLE-ONE' : 'TITLE-TWO',
  applicant: number === 1 ? 'APPLICANT-ONE' : 'APPLICANT-TWO',
  requestedCents: cents(2_000_00),
  eligibleBaseCents: null,
  // The room may know while the wall may not: the wall is refused by `isSealed` alone, too.
  rank: 7,
  score: '74.00',
  proposedCents: zeroCents,
  kind: item.kind,
  recusedIds: ['RECUSED-MEMBER'],
  rankingAward: 'within',
  heldAgainst: null,
  minimumViableCents: null,
  maximumUsefulCents: null,
  isSealed,
  sheetsFiled: 3,
  sheetsExpected: 4,
  gapAlert: false,
  tiedWith: [],
  quorum,
})

const sourceOf = (session: Session, isSealed: boolean): ProjectionSource => ({
  session,
  committee: { name: 'Commission numérique', instanceType: 'commission_interne' },
  items: session.agenda.map((item, index) => itemView(item, index + 1, isSealed)),
  quorum,
  envelope: { totalCents: cents(9_000_00), awardedCents: cents(1_000_00), remainingCents: cents(8_000_00) },
  sheetTotals: () => ['88.50', '61.25', '74.00'],
})

const decided = (session = meeting()): Session => withItem(session, 'i1', { outcome })
const shown = (source: ProjectionSource, content: ProjectedContent, level: 'names' | 'numbers' = 'names') =>
  projectionOf(source, { content, level })

const leaks = (
  source: ProjectionSource,
  words: readonly string[],
  levels: readonly ('names' | 'numbers')[],
) =>
  projectedContents.flatMap((content) =>
    levels.flatMap((level) => {
      const told = JSON.stringify(shown(source, content, level))
      return words.filter((word) => told.includes(word)).map((word) => `${content}/${level}: ${word}`)
    }),
  )

test('[SE38] nothing private is on the wall, whatever it shows, before and after the vote', () => {
  for (const session of [
    meeting(),
    decided(),
    { ...decided(), currentItemId: 'i2' },
    { ...decided(), currentItemId: 'i3' },
  ])
    for (const isSealed of [true, false])
      expect(leaks(sourceOf(session, isSealed), secrets, projectionLevels)).toEqual([])
})

test('[SE38] at the level of numbers neither applicant nor title is named', () => {
  for (const currentItemId of ['i1', 'i2', 'i3', null])
    expect(leaks(sourceOf({ ...decided(), currentItemId }, false), names, ['numbers'])).toEqual([])
})

test('[SE38] before the marks are revealed no score, rank nor total; afterwards totals without names, lowest first', () => {
  expect(leaks(sourceOf(meeting(), true), marks, projectionLevels)).toEqual([])
  expect(shown(sourceOf(meeting(), false), 'dossier').dossier).toEqual({
    number: 1,
    applicant: 'APPLICANT-ONE',
    title: 'TITLE-ONE',
    requestedCents: 2_000_00,
    score: '74.00',
    rank: 7,
    sheetTotals: ['61.25', '74.00', '88.50'],
  })
  expect(shown(sourceOf(meeting(), false), 'dossier', 'numbers').dossier).toMatchObject({
    number: 1,
    applicant: '',
    title: '',
    score: '74.00',
  })
})

test('[SE38] one idea at a time: what the content is about, and nothing else', () => {
  const source = sourceOf(decided(), false)
  expect(shown(source, 'blank')).toEqual({
    content: 'blank',
    level: 'names',
    title: 'Commission numérique',
    isPaused: false,
    agenda: [],
    dossier: null,
    quorum: { counted: 4, required: 3, reached: true, applies: true },
    envelope: null,
    result: null,
    clock: { runningSince: null, spentSeconds: 0, plannedMinutes: null },
  })
  expect(shown(source, 'envelope').envelope).toEqual({ totalCents: 9_000_00, awardedCents: 1_000_00 })
  expect(shown(source, 'agenda').agenda).toEqual([
    { place: 1, label: 'N° 1 – APPLICANT-ONE – TITLE-ONE', state: 'decided' },
    { place: 2, label: 'Audition – N° 2 – APPLICANT-TWO – TITLE-TWO', state: 'upcoming' },
    { place: 3, label: 'FREE-TITLE', state: 'upcoming' },
    { place: 4, label: 'N° 4 – APPLICANT-TWO – TITLE-TWO', state: 'upcoming' },
  ])
  expect(shown(source, 'agenda', 'numbers').agenda.map(({ label }) => label)).toEqual([
    'N° 1',
    'Audition – N° 2',
    'Autre point',
    'N° 4',
  ])
})

test('[SE38] the result comes with the closing of the vote and stays until the next one', () => {
  expect(shown(sourceOf(meeting(), true), 'result').result).toBeNull()
  const result = {
    label: 'Avis favorable avec réserves',
    tone: 'reserved',
    amountCents: 1_000_00,
    vote: { for: 4, against: 1, abstention: 0, secret: false },
  }
  expect(shown(sourceOf(decided(), false), 'result').result).toEqual(result)
  const next = shown(sourceOf({ ...decided(), currentItemId: 'i2' }, true), 'result')
  expect([next.result, next.dossier?.number]).toEqual([result, 1])
  const later = withItem(decided(), 'i3', {
    outcome: outcomeOf({ amountCents: null, decidedAt: '18:45', vote: null }),
  })
  expect(shown(sourceOf({ ...later, currentItemId: 'i4' }, true), 'result').result).toEqual({
    label: 'Accord',
    tone: 'favourable',
    amountCents: null,
    vote: null,
  })
})

test('[SE38] the clock counts the finished runs and tells since when the current one runs', () => {
  const running = withItem(meeting(), 'i1', {
    runs: [
      { from: '18:01:00', to: '18:05:00' },
      { from: '18:15:00', to: null },
    ],
  })
  const clock = { runningSince: '18:15:00', spentSeconds: 240, plannedMinutes: 10 }
  expect(shown(sourceOf(running, true), 'dossier').clock).toEqual(clock)
  const paused: Session = { ...running, pauses: [{ from: '18:20:00', to: null }] }
  expect(shown(sourceOf(paused, true), 'quorum').isPaused).toBe(true)
})
