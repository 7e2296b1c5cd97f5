import { expect, test } from 'vitest'
import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { effectiveOutcome, effectiveOutcomes } from '#shared/domain/session/effectiveOutcome.ts'
import { nextRectificationNumber, rectifySession } from '#shared/domain/session/rectifySession.ts'
import type { Rectification, Session } from '#shared/domain/session/session.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { cents } from '#shared/kernel/cents.ts'
import { outcomeOf, voteOf } from './outcomeBuilders.ts'
import { must, opened } from './sessionBuilders.ts'

const funding = [
  { envelopeId: 'e1', amountCents: cents(700_00) },
  { envelopeId: 'e2', amountCents: cents(300_00) },
]

/** i1 a candidature given 1 000 € by two envelopes, i2 a free point; closed. */
const closed: Session = {
  ...withItem(withItem(opened(), 'i1', { outcome: outcomeOf({ funding }) }), 'i2', {
    outcome: outcomeOf({ amountCents: null, vote: null }),
  }),
  status: 'closed',
  closedAt: '19:30',
  closing: { number: 'PV-2026-001', factsDigest: 'ab12' },
}

const rectification = (set: Partial<Rectification> = {}): Rectification => ({
  number: 'PV-2026-001-R1',
  date: '2026-03-20',
  reason: 'Erreur de frappe sur le montant',
  itemId: 'i1',
  corrected: {
    opinion: 'favourable',
    amountCents: cents(1_200_00),
    conditions: '',
    rationale: { legal: '', factual: '' },
  },
  text: 'Lire « 1 200 € » au lieu de « 1 000 € ».',
  factsDigest: 'cd34',
  ...set,
})

const about = { remainingCents: cents(1_200_00) }
const codeOf = (set: Partial<Rectification>, session = closed): string => {
  const done = rectifySession(session, rectification(set), about)
  return done.ok ? 'ok' : done.refusal.code
}

test('[SE35] a rectification names closed minutes, says why and what to read, and obeys the rules of a decision', () => {
  const { corrected } = rectification()
  if (corrected === null) throw new Error('nothing corrected')
  expect([
    codeOf({}),
    codeOf({}, { ...closed, closing: null, status: 'open' }),
    codeOf({ reason: ' ' }),
    codeOf({ text: '' }),
    codeOf({ itemId: 'i9' }),
    codeOf({ itemId: null }),
    codeOf({ itemId: null, corrected: null }),
    codeOf({ corrected: null }),
    codeOf({ date: '2026-03-11' }),
    codeOf({ corrected: { ...corrected, amountCents: cents(1_200_01) } }),
    codeOf({ corrected: { ...corrected, amountCents: null } }),
    codeOf({ corrected: { ...corrected, opinion: 'unfavourable', amountCents: null } }),
    codeOf({ itemId: 'i2' }),
    codeOf({}, withItem(closed, 'i1', { outcome: outcomeOf({ vote: voteOf({ adopted: false }) }) })),
  ]).toEqual([
    'ok',
    'session.not-closed',
    'session.rectification-empty',
    'session.rectification-empty',
    'session.item-missing',
    'session.item-missing',
    'ok',
    'ok',
    'input.invalid',
    'envelope.exceeded',
    'decision.amount-missing',
    'decision.rationale-missing',
    'decision.amount-not-allowed',
    'session.vote-not-adopted',
  ])
})

test('[SE35] rectifications are numbered in their order', () => {
  const once = must(rectifySession(closed, rectification(), about))
  expect([nextRectificationNumber(closed), nextRectificationNumber(once)]).toEqual([
    'PV-2026-001-R1',
    'PV-2026-001-R2',
  ])
  expect(once.agenda).toEqual(closed.agenda)
})

test('[SE36] the last rectification of a point holds, in the outcome and in every sum of money', () => {
  const once = must(rectifySession(closed, rectification(), about))
  const rejected = {
    opinion: 'unfavourable',
    amountCents: null,
    conditions: '',
    rationale: { legal: 'Règlement, article 4', factual: 'Hors territoire' },
  } as const
  const twice = must(rectifySession(once, rectification({ corrected: rejected }), about))
  const silent = must(rectifySession(once, rectification({ corrected: null }), about))
  const lowered = must(
    rectifySession(
      closed,
      rectification({ corrected: { ...rejected, opinion: 'reserved', amountCents: cents(500_00) } }),
      about,
    ),
  )
  expect([closed, once, twice, silent, lowered].map((session) => awardedCents([session]))).toEqual([
    1_000_00, 1_200_00, 0, 1_200_00, 500_00,
  ])
  expect(awardedCents([once], 'i1')).toBe(0)
  expect([once, twice, lowered].map((session) => effectiveOutcome(session, 'i1')?.funding)).toEqual([
    [
      { envelopeId: 'e1', amountCents: 700_00 },
      { envelopeId: 'e2', amountCents: 500_00 },
    ],
    [],
    [{ envelopeId: 'e1', amountCents: 500_00 }],
  ])
  expect(effectiveOutcomes(twice)).toEqual([
    { ...outcomeOf(), ...rejected, funding: [] },
    closed.agenda[1]?.outcome,
  ])
  expect([effectiveOutcome(twice, 'i2'), effectiveOutcome(twice, 'i9')]).toEqual([
    closed.agenda[1]?.outcome,
    null,
  ])
})

test('[SE36] a candidature on the waiting list stays there unless an amount serves it or another opinion sets it aside', () => {
  const waiting = withItem(closed, 'i1', {
    outcome: outcomeOf({ amountCents: cents(0), waitingList: true, funding: [] }),
  })
  const corrections = [
    { opinion: 'favourable', amountCents: cents(0) },
    { opinion: 'favourable', amountCents: cents(500_00) },
    { opinion: 'unfavourable', amountCents: null },
  ] as const
  const rationale = { legal: 'Article 4', factual: 'Rang et note' }
  const read = corrections.map((corrected) => {
    const rectifications = [rectification({ corrected: { ...corrected, conditions: '', rationale } })]
    return effectiveOutcome({ ...waiting, rectifications }, 'i1')?.waitingList
  })
  expect(read).toEqual([true, false, false])
})
