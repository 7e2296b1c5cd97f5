import { expect, test } from 'vitest'
import { correctHour, type SessionHour } from '#shared/domain/session/correctHour.ts'
import { pauseSession } from '#shared/domain/session/pauseSession.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { resumeSession } from '#shared/domain/session/resumeSession.ts'
import type { AgendaItem, ItemOutcome, Session } from '#shared/domain/session/session.ts'
import { takeUpPoint } from '#shared/domain/session/takeUpPoint.ts'
import { expectedEnd, overrunSeconds, pausedSince, spentSeconds } from '#shared/domain/session/timeSpent.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import {
  entityOf,
  type Operation,
  type OperationData,
  type OperationKind,
} from '#shared/operations/operation.ts'
import { memberId, membersOf } from '../builders.ts'
import { must, opened, planned } from './sessionBuilders.ts'

const first = (session: Session): AgendaItem => session.agenda[0] as AgendaItem
const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.code ?? '')

/** 18:01:00 point i1, 18:05:00 suspended, 18:15:00 resumed, 18:20:30 point i2. */
function busy(): Session {
  const one = must(takeUpPoint(opened(), { itemId: 'i1', at: '18:01:00' }))
  const paused = must(pauseSession(one, { at: '18:05:00' }))
  const resumed = must(resumeSession(paused, { at: '18:15:00' }))
  return must(takeUpPoint(resumed, { itemId: 'i2', at: '18:20:30' }))
}

test('[SE17] one point at a time runs, a suspension stops it, the resumption goes on with it', () => {
  const session = busy()
  expect(session.currentItemId).toBe('i2')
  expect(session.pauses).toEqual([{ from: '18:05:00', to: '18:15:00' }])
  expect(session.agenda.map(({ runs }) => runs)).toEqual([
    [
      { from: '18:01:00', to: '18:05:00' },
      { from: '18:15:00', to: '18:20:30' },
    ],
    [{ from: '18:20:30', to: null }],
  ])
  const left = must(takeUpPoint(session, { itemId: null, at: '18:21:00' }))
  expect(left.currentItemId).toBeNull()
  expect(left.agenda[1]?.runs).toEqual([{ from: '18:20:30', to: '18:21:00' }])
})

test('[SE17] the clock is refused when closed, not open, suspended, out of order or for an unknown point', () => {
  const open = opened()
  const paused = must(pauseSession(open, { at: '18:05:00' }))
  expect([
    codeOf(takeUpPoint(planned(), { itemId: 'i1', at: '18:01:00' })),
    codeOf(takeUpPoint({ ...open, status: 'closed' }, { itemId: 'i1', at: '18:01:00' })),
    codeOf(takeUpPoint(open, { itemId: 'i9', at: '18:01:00' })),
    codeOf(takeUpPoint(open, { itemId: 'i1', at: '18:01' })),
    codeOf(takeUpPoint(open, { itemId: 'i1', at: '17:59:59' })),
    codeOf(takeUpPoint(busy(), { itemId: 'i1', at: '18:20:29' })),
    codeOf(takeUpPoint(paused, { itemId: 'i1', at: '18:06:00' })),
    codeOf(pauseSession(paused, { at: '18:06:00' })),
    codeOf(resumeSession(open, { at: '18:06:00' })),
    codeOf(resumeSession(paused, { at: '18:04:00' })),
  ]).toEqual([
    'session.not-open',
    'session.closed',
    'session.item-missing',
    'session.hour-invalid',
    'session.hour-order',
    'session.hour-order',
    'session.paused',
    'session.paused',
    'session.not-in-pause',
    'session.hour-order',
  ])
})

test('[SE17] a point decided before the suspension does not run again by itself', () => {
  const running = must(takeUpPoint(opened(), { itemId: 'i1', at: '18:01:00' }))
  const decided = withItem(running, 'i1', { outcome: { decidedAt: '18:04' } as ItemOutcome })
  const resumed = must(resumeSession(must(pauseSession(decided, { at: '18:05:00' })), { at: '18:15:00' }))
  expect(first(resumed).runs).toEqual([{ from: '18:01:00', to: '18:05:00' }])
})

test('[UC5] the fold of each act of the clock is what the rule gives', () => {
  const fold = <K extends OperationKind>(session: Session, kind: K, data: OperationData[K]) =>
    applyOperation(
      session,
      { id: 'o', kind, entity: entityOf('session', 's1'), data } as unknown as Operation,
      () => null,
    )
  const open = opened()
  const point = { itemId: 'i1', at: '18:01:00' }
  const running = must(takeUpPoint(open, point))
  expect(fold(open, 'session.point@1', point)).toEqual({ ok: true, value: running })
  const paused = must(pauseSession(running, { at: '18:05:00' }))
  expect(fold(running, 'session.pause@1', { at: '18:05:00' })).toEqual({ ok: true, value: paused })
  const resumed = must(resumeSession(paused, { at: '18:15:00' }))
  expect(fold(paused, 'session.resume@1', { at: '18:15:00' })).toEqual({ ok: true, value: resumed })
  const corrections: readonly (readonly [SessionHour, string])[] = [
    [{ kind: 'opening' }, '17:55'],
    [{ kind: 'run', itemId: 'i1', index: 0, end: 'to' }, '18:04:00'],
    [{ kind: 'pause', index: 0, end: 'from' }, '18:04:30'],
    [{ kind: 'movement', memberId: 'm03', index: 0 }, '18:25'],
    [{ kind: 'decision', itemId: 'i2' }, '18:26'],
  ]
  const room = { members: membersOf(5) }
  const moved = must(
    recordMovement(resumed, { memberId: memberId(3), kind: 'leaves', at: '18:30', itemId: null }, room),
  )
  const session = withItem(moved, 'i2', { outcome: outcomeAt('18:30') })
  for (const [what, at] of corrections) {
    const act = { what, at, reason: 'horloge en avance' }
    expect(fold(session, 'session.correct-hour@1', act)).toEqual(correctHour(session, act))
  }
})

const outcomeAt = (decidedAt: string): ItemOutcome => ({
  opinion: 'deferred',
  amountCents: null,
  conditions: '',
  rationale: { legal: '', factual: 'à compléter' },
  vote: null,
  quorum: {
    inOffice: 5,
    present: 4,
    represented: 0,
    counted: 4,
    base: 5,
    required: 3,
    reached: true,
    applies: true,
  },
  presentIds: [],
  recused: [{ memberId: 'm04', leftAt: '18:22', returnedAt: '18:30', counting: 'numerator' }],
  proxies: [],
  decidedAt,
  waitingList: false,
  departure: '',
  funding: [],
})

test('[SE30] every hour may be corrected within its neighbours, with a reason', () => {
  const session = withItem(
    must(
      recordMovement(
        must(
          recordMovement(
            busy(),
            { memberId: 'm03', kind: 'leaves', at: '18:25', itemId: null },
            { members: membersOf(5) },
          ),
        ),
        { memberId: 'm03', kind: 'arrives', at: '18:35', itemId: null },
        { members: membersOf(5) },
      ),
    ),
    'i1',
    { outcome: outcomeAt('18:30') },
  )
  const correct = (what: SessionHour, at: string, reason = 'horloge en avance') =>
    correctHour(session, { what, at, reason })
  const verdict = (what: SessionHour, at: string, reason?: string) => codeOf(correct(what, at, reason))
  expect([
    verdict({ kind: 'opening' }, '18:01'),
    verdict({ kind: 'opening' }, '18:02'),
    verdict({ kind: 'opening' }, '18:00:30'),
    verdict({ kind: 'opening' }, '18:01', ' '),
    verdict({ kind: 'movement', memberId: 'm03', index: 0 }, '18:36'),
    verdict({ kind: 'movement', memberId: 'm03', index: 0 }, '17:59'),
    verdict({ kind: 'movement', memberId: 'm03', index: 1 }, '18:24'),
    verdict({ kind: 'movement', memberId: 'm03', index: 2 }, '18:40'),
    verdict({ kind: 'movement', memberId: 'm09', index: 0 }, '18:40'),
    verdict({ kind: 'decision', itemId: 'i1' }, '18:21'),
    verdict({ kind: 'decision', itemId: 'i2' }, '18:40'),
    verdict({ kind: 'run', itemId: 'i1', index: 0, end: 'to' }, '18:15:01'),
    verdict({ kind: 'run', itemId: 'i1', index: 1, end: 'from' }, '18:04:59'),
    verdict({ kind: 'run', itemId: 'i2', index: 0, end: 'to' }, '18:40:00'),
    verdict({ kind: 'pause', index: 0, end: 'to' }, '18:04:00'),
    verdict({ kind: 'pause', index: 1, end: 'to' }, '18:04:00'),
  ]).toEqual([
    'ok',
    'session.hour-order',
    'session.hour-invalid',
    'input.invalid',
    'session.hour-order',
    'session.hour-order',
    'session.hour-order',
    'session.hour-missing',
    'session.hour-missing',
    'session.hour-order',
    'session.hour-missing',
    'session.hour-order',
    'session.hour-order',
    'session.hour-missing',
    'session.hour-order',
    'session.hour-missing',
  ])
  expect(must(correct({ kind: 'movement', memberId: 'm03', index: 1 }, '18:33')).attendance.m03).toEqual({
    status: 'present',
    inRoom: true,
    movements: [
      { kind: 'leaves', at: '18:25', itemId: null },
      { kind: 'arrives', at: '18:33', itemId: null },
    ],
  })
  expect(
    codeOf(
      correctHour({ ...session, status: 'closed' }, { what: { kind: 'opening' }, at: '18:00', reason: 'x' }),
    ),
  ).toBe('session.closed')
  expect(codeOf(correctHour(planned(), { what: { kind: 'opening' }, at: '18:00', reason: 'x' }))).toBe(
    'session.not-open',
  )
})

test('[SE31] time spent leaves the suspensions out; the expected end adds what is left of each point', () => {
  const session = withItem(busy(), 'i1', { plannedMinutes: 8 })
  expect(spentSeconds(first(session), '18:40:00')).toBe(4 * 60 + 5 * 60 + 30)
  expect(overrunSeconds(first(session), '18:40:00')).toBe(90)
  expect(overrunSeconds({ ...first(session), plannedMinutes: null }, '18:40:00')).toBe(0)
  expect(spentSeconds(session.agenda[1] as AgendaItem, '18:22:30')).toBe(120)
  expect(spentSeconds(session.agenda[1] as AgendaItem, '18:00:00')).toBe(0)
  // i1 has no minute left, i2 has five by default less the two spent: 18:22:30 + 3:00, rounded up.
  expect(expectedEnd(session, '18:22:30')).toBe('18:26')
  expect(
    expectedEnd(withItem(session, 'i1', { plannedMinutes: 15, outcome: outcomeAt('18:20') }), '18:22:30'),
  ).toBe('18:26')
  expect(expectedEnd(withItem(session, 'i1', { plannedMinutes: 20 }), '18:22:30')).toBe('18:36')
  expect(expectedEnd(planned(), '09:00:00')).toBe('18:10')
  expect(expectedEnd({ ...planned(), startsAt: null }, '09:00:00')).toBe('09:10')
  expect(expectedEnd(withItem(session, 'i1', { plannedMinutes: 60 }), '23:58:00')).toBeNull()
  expect(expectedEnd({ ...session, status: 'closed' }, '18:22:30')).toBeNull()
  expect([pausedSince(session), pausedSince(must(pauseSession(session, { at: '18:30:00' })))]).toEqual([
    null,
    '18:30:00',
  ])
})
