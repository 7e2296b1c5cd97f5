import { expect, test } from 'vitest'
import { markerAt, markerPlace } from '#shared/domain/session/markerPlace.ts'
import { markersOf } from '#shared/domain/session/markersOf.ts'
import { revealMarks } from '#shared/domain/session/revealMarks.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { memberOf, recusalOf } from '../builders.ts'
import { must, opened, planned } from './sessionBuilders.ts'

test('[SC12] voices that sit and whoever began, by name; never a recused member', () => {
  const members = [
    memberOf('m01', { lastName: 'Zola' }),
    memberOf('m02', { lastName: 'Émile' }),
    memberOf('m03', { voice: 'consultative' }),
    memberOf('m04', { voice: 'consultative', lastName: 'Faure' }),
    memberOf('m05', { inOffice: false }),
    memberOf('m06', { lastName: 'Absent' }),
  ]
  const room = {
    members,
    recusals: [
      recusalOf('c1', 'm06'),
      recusalOf('c1', 'm01', { status: 'set-aside' }),
      recusalOf('c2', 'm02'),
    ],
  }
  const markers = (candidatureId: string) =>
    markersOf({ candidatureId }, room, new Set(['m04', 'm06'])).map(({ id }) => id)
  expect(markers('c1')).toEqual(['m02', 'm04', 'm01'])
  expect(markers('c2')).toEqual(['m06', 'm04', 'm01'])
})

test('[SC10] the place of a member in codes follows the order of entry; 0 is the committee', () => {
  const ids = ['m03', 'm01', 'm02']
  expect(['collegial', 'm01', 'm03'].map((id) => markerPlace(ids, id))).toEqual([0, 1, 3])
  expect([0, 1, 3, 4].map((place) => markerAt(ids, place))).toEqual(['collegial', 'm01', 'm03', null])
})

test('[SC11] revealed in an open session, once, at an hour of the session', () => {
  const sealing: Session = { ...opened(), sealedMarks: true }
  const act = { itemId: 'i1', at: '18:20' }
  const revealed = must(revealMarks(sealing, act))
  expect(revealed.agenda.map(({ marksRevealedAt }) => marksRevealedAt)).toEqual(['18:20', null])
  const codeOf = (session: Session, set: Partial<typeof act> = {}) => {
    const result = revealMarks(session, { ...act, ...set })
    return result.ok ? 'ok' : result.refusal.code
  }
  expect([
    codeOf(revealed),
    codeOf({ ...sealing, sealedMarks: false }),
    codeOf({ ...planned(), sealedMarks: true }),
    codeOf({ ...sealing, status: 'closed' }),
    codeOf(sealing, { itemId: 'i2' }),
    codeOf(sealing, { itemId: 'i9' }),
    codeOf(sealing, { at: '17:00' }),
    codeOf(sealing, { at: '25:00' }),
  ]).toEqual([
    'input.invalid',
    'input.invalid',
    'session.not-open',
    'session.closed',
    'input.invalid',
    'session.item-missing',
    'session.hour-order',
    'session.hour-invalid',
  ])
})
