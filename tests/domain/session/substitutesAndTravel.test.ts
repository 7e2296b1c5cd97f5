import { expect, test } from 'vitest'
import type { Member } from '#shared/domain/committee/committee.ts'
import { seatedMembers } from '#shared/domain/committee/seatedMembers.ts'
import { seatedWhile } from '#shared/domain/committee/seatedWhile.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { recordTravel } from '#shared/domain/session/recordTravel.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { signProxy } from '#shared/domain/session/signProxy.ts'
import { substituteSits } from '#shared/domain/session/substituteSits.ts'
import { refuse } from '#shared/kernel/result.ts'
import { memberOf, membersOf } from '../builders.ts'
import { ballot, must, opened, planned, proposal, roomOf } from './sessionBuilders.ts'

/** m05 has a substitute, s05; m04 too, s04. */
const committee: readonly Member[] = [
  ...membersOf(5),
  memberOf('s04', { inOffice: false, substituteOf: 'm04' }),
  memberOf('s05', { inOffice: false, substituteOf: 'm05' }),
]
const roomAs = (session: Session, set: Parameters<typeof roomOf>[0] = {}) =>
  roomOf({ members: seatedMembers(committee, session.substitutions), ...set })

const seat = (session: Session, memberId = 'm05', substituteId: string | null = 's05') =>
  substituteSits(session, { memberId, substituteId }, roomAs(session))
const arrive = (session: Session, memberId: string) =>
  must(recordMovement(session, { memberId, kind: 'arrives', at: '18:05', itemId: null }, roomAs(session)))

test('[CO9] a substitute takes the place and the voice, the base of the quorum stays', () => {
  expect(seatedMembers(committee, { m05: 's05' }).filter(({ inOffice }) => inOffice)).toEqual([
    ...membersOf(4),
    memberOf('s05', { substituteOf: 'm05' }),
  ])
  const consultative = committee.map((member) =>
    member.id === 'm05' ? { ...member, voice: 'consultative' as const } : member,
  )
  expect(seatedMembers(consultative, { m05: 's05' }).at(-1)).toMatchObject({ voice: 'consultative' })
  const seated = arrive(must(seat(opened(3))), 's05')
  expect(itemQuorum(seated, roomAs(seated), null)).toMatchObject({ inOffice: 5, present: 4, base: 5 })
})

test('[CO9] a substitute who does not sit has no voice and is in no count, even if marked in office', () => {
  const wrongly = committee.map((member) => (member.id === 's05' ? { ...member, inOffice: true } : member))
  const session = arrive(opened(3), 's05')
  const room = roomOf({ members: seatedMembers(wrongly, {}) })
  expect(itemQuorum(session, room, null)).toMatchObject({ inOffice: 5, present: 3 })
  expect(decideItem(session, proposal({ vote: ballot(4) }), room)).toEqual(
    refuse('session.vote-count', { expected: 3, counted: 4 }),
  )
  expect(seatedMembers(committee, { m05: 'nobody' })).toEqual(committee)
})

test('[CO9] at the opening the place was still that of the full member who was there', () => {
  const now = seatedMembers(committee, { m05: 's05' })
  const inOffice = (presentIds: readonly string[]) =>
    seatedWhile(now, { m05: 's05' }, presentIds).flatMap((member) => (member.inOffice ? member.id : []))
  expect(inOffice(['m01', 'm05'])).toEqual(['m01', 'm02', 'm03', 'm04', 'm05'])
  expect(inOffice(['m01'])).toEqual(['m01', 'm02', 'm03', 'm04', 's05'])
  expect(inOffice(['m05', 's05'])).toEqual(['m01', 'm02', 'm03', 'm04', 's05'])
})

test('[SE40] the substitute votes in the place of the full member', () => {
  const session = arrive(must(seat(opened(4))), 's05')
  const decided = must(decideItem(session, proposal({ vote: ballot(5) }), roomAs(session)))
  expect(decided.agenda[0]?.outcome).toMatchObject({
    presentIds: ['m01', 'm02', 'm03', 'm04', 's05'],
    vote: { for: 5, adopted: true },
  })
})

test('[SE40] only his own substitute, in his absence, before either took part in a decision', () => {
  const invalid = (problem: string, memberId = 'm05') =>
    refuse('session.substitution-invalid', { memberId, problem })
  const session = opened(4)
  expect(seat(session, 'm05', 's04')).toEqual(invalid('not-his-substitute'))
  expect(seat(session, 'm05', 'm04')).toEqual(invalid('not-his-substitute'))
  expect(seat(session, 'm04', 's04')).toEqual(invalid('full-member-present', 'm04'))
  expect(seat(session, 's05', 's04')).toEqual(invalid('not-in-office', 's05'))
  expect(seat(session, 'm05', null)).toEqual(invalid('nobody-sits'))
  expect(seat(session, 'm05', 'm99')).toEqual(refuse('session.member-unknown', { memberId: 'm99' }))
  const seated = must(seat(session))
  expect(must(seat(seated, 'm05', null)).substitutions).toEqual({})
  const decided = must(decideItem(arrive(seated, 's05'), proposal({ vote: ballot(5) }), roomAs(seated)))
  expect(seat(decided, 'm05', null)).toEqual(invalid('took-part'))
  const left = must(
    recordMovement(decided, { memberId: 'm04', kind: 'leaves', at: '19:00', itemId: null }, roomAs(decided)),
  )
  expect(seat(left, 'm04', 's04')).toEqual(invalid('took-part', 'm04'))
})

test('[SE40] a replaced member neither gives nor carries a proxy (R133-9)', () => {
  const proxy = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: true }
  const seated = must(seat(planned()))
  expect(giveProxy(seated, proxy, roomAs(seated))).toEqual(refuse('proxy.not-entitled', { memberId: 'm05' }))
  // Given before the substitute came: it is kept, and carries no voice.
  const before = must(giveProxy(opened(4), proxy, roomOf()))
  const state = { instanceType: 'commission_consultative_etat' } as const
  expect(itemQuorum(before, roomAs(before, state), null)).toMatchObject({ represented: 1, counted: 5 })
  const after = must(seat(before))
  expect(itemQuorum(after, roomAs(after, state), null)).toMatchObject({ represented: 0, counted: 4 })
})

test('[SE4] a proxy given before the session sleeps while its giver is there', () => {
  const proxy = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: false }
  const state = { instanceType: 'commission_consultative_etat' } as const
  const given = must(giveProxy(opened(4), proxy, roomOf()))
  const back = arrive(given, 'm05')
  const gone = must(
    recordMovement(back, { memberId: 'm05', kind: 'leaves', at: '18:30', itemId: null }, roomOf()),
  )
  const counts = [given, back, gone].map((session) => itemQuorum(session, roomOf(state), null))
  expect(counts.map(({ present, represented, counted }) => [present, represented, counted])).toEqual([
    [4, 1, 5],
    [5, 0, 5],
    [4, 1, 5],
  ])
  expect(given.proxies).toEqual(gone.proxies)
})

test('[SE4] the paper of a proxy is seen afterwards', () => {
  const proxy = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: false }
  const given = must(giveProxy(planned(), proxy, roomOf()))
  expect(must(signProxy(given, { giverId: 'm05', signed: true })).proxies).toEqual([
    { ...proxy, signed: true },
  ])
  expect(signProxy(given, { giverId: 'm04', signed: true })).toEqual(
    refuse('proxy.missing', { giverId: 'm04' }),
  )
})

test('[SE4] somebody never called arrives late', () => {
  const session = arrive(opened(3), 'm05')
  expect(session.attendance.m05).toMatchObject({ status: 'present', inRoom: true })
  expect(
    must(recordAttendance(planned(), { memberId: 's05', status: 'absent' }, roomAs(planned()))),
  ).toBeTruthy()
})

test('[SE41] only one’s own vehicle keeps kilometres and fiscal horsepower', () => {
  const travel = { mode: 'own-vehicle', kilometres: 42, fiscalHorsepower: 5 } as const
  const record = (set: object) =>
    recordTravel(planned(), { memberId: 'm01', travel: { ...travel, ...set } }, roomOf())
  expect(must(record({})).travels).toEqual({ m01: travel })
  expect(must(record({ mode: 'car-sharing' })).travels).toEqual({
    m01: { mode: 'car-sharing', kilometres: 0, fiscalHorsepower: null },
  })
  expect(record({ kilometres: 0 })).toMatchObject({ refusal: { code: 'input.invalid' } })
  expect(record({ fiscalHorsepower: null })).toMatchObject({ refusal: { code: 'input.invalid' } })
  expect(recordTravel(planned(), { memberId: 'm99', travel: null }, roomOf())).toEqual(
    refuse('session.member-unknown', { memberId: 'm99' }),
  )
  expect(must(recordTravel(must(record({})), { memberId: 'm01', travel: null }, roomOf())).travels).toEqual(
    {},
  )
})
