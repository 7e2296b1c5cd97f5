import { expect, test } from 'vitest'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { openSession } from '#shared/domain/session/openSession.ts'
import { planSession } from '#shared/domain/session/planSession.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { draftMinutes } from '#shared/domain/session/session.ts'
import { setAgenda } from '#shared/domain/session/setAgenda.ts'
import { withdrawProxy } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate } from '#shared/domain/session/writeDebate.ts'
import { writeDiscussion } from '#shared/domain/session/writeDiscussion.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { agenda, must, opened, planned, roomOf } from './sessionBuilders.ts'

const act = { at: '18:00', chairId: 'm01', secretaryId: 'm02' }
const attend = (session = planned(), ...ids: readonly string[]) =>
  ids.reduce(
    (current, memberId) => must(recordAttendance(current, { memberId, status: 'present' }, roomOf())),
    session,
  )

test('[SE1] a planned session is empty of everything that happens in the room', () => {
  const plan = {
    id: 's1',
    callId: 'call-1',
    date: '',
    startsAt: null,
    place: '',
    convocation: null,
    secondConvocation: false,
  }
  expect(planSession({ ...plan, agenda: [] })).toEqual(
    ok({
      ...plan,
      sealedMarks: false,
      status: 'planned',
      openedAt: null,
      closedAt: null,
      chairId: null,
      secretaryId: null,
      agenda: [],
      currentItemId: null,
      pauses: [],
      attendance: {},
      substitutions: {},
      proxies: [],
      travels: {},
      discussion: '',
      explanations: {},
      closing: null,
      minutes: draftMinutes,
      act: null,
      rectifications: [],
    }),
  )
})

test('[SE3] an agenda keeps what was said, names each point once', () => {
  const debated = must(writeDebate(planned(), { itemId: 'i1', text: 'Échange nourri.' }))
  const reordered = must(setAgenda(debated, [...agenda].reverse()))
  expect(reordered.agenda.map((item) => [item.id, item.debate])).toEqual([
    ['i2', ''],
    ['i1', 'Échange nourri.'],
  ])
  const [first] = agenda
  if (!first) throw new Error('the agenda has a first point')
  expect(setAgenda(planned(), [first, { ...first, title: ' ' }])).toEqual(
    refuse('session.agenda-invalid', {
      problems: ['duplicate-item:i1', 'duplicate-candidature:c1', 'title:i1'],
    }),
  )
})

test('[SE5] the opening needs date, place, agenda, chair and secretary, and names what is missing', () => {
  expect(
    openSession(
      planned({ date: '', place: ' ', agenda: [] }),
      { ...act, chairId: 'm99', secretaryId: '' },
      roomOf(),
    ),
  ).toEqual(refuse('session.incomplete', { missing: ['date', 'place', 'agenda', 'chair', 'secretary'] }))
  expect(openSession(attend(planned(), 'm01', 'm03', 'm04'), act, roomOf())).toEqual(
    refuse('session.member-not-in-room', { memberId: 'm02' }),
  )
  expect(openSession(attend(planned(), 'm01', 'm02', 'm03'), { ...act, at: '18h00' }, roomOf())).toEqual(
    refuse('session.hour-invalid', { at: '18h00' }),
  )
})

test('[SE5] no opening without quorum, except on a second convocation', () => {
  const two = attend(planned(), 'm01', 'm02')
  expect(openSession(two, act, roomOf())).toEqual(
    refuse('session.no-quorum', { counted: 2, required: 3, base: 5 }),
  )
  expect(openSession({ ...two, secondConvocation: true }, act, roomOf())).toEqual(
    ok({
      ...two,
      secondConvocation: true,
      status: 'open',
      openedAt: '18:00',
      chairId: 'm01',
      secretaryId: 'm02',
    }),
  )
  expect(openSession(opened(), act, roomOf())).toEqual(refuse('session.already-open', { openedAt: '18:00' }))
})

test('[SE4] the roll call is corrected until something is decided or the member moves', () => {
  const session = opened()
  const corrected = must(recordAttendance(session, { memberId: 'm04', status: 'excused' }, roomOf()))
  expect(corrected.attendance.m04).toEqual({ status: 'excused', inRoom: false, movements: [] })
  const gone = must(
    recordMovement(session, { memberId: 'm04', kind: 'leaves', at: '18:10', itemId: null }, roomOf()),
  )
  expect(recordAttendance(gone, { memberId: 'm04', status: 'absent' }, roomOf())).toEqual(
    refuse('session.attendance-fixed', { memberId: 'm04' }),
  )
  expect(recordAttendance(session, { memberId: 'm99', status: 'absent' }, roomOf())).toEqual(
    refuse('session.member-unknown', { memberId: 'm99' }),
  )
})

test('[SE4] arrivals and departures follow each other, with their hours', () => {
  const move = (session: typeof started, kind: 'arrives' | 'leaves', at: string, memberId = 'm05') =>
    recordMovement(session, { memberId, kind, at, itemId: null }, roomOf())
  const started = opened()
  const arrived = must(move(started, 'arrives', '18:20'))
  expect(arrived.attendance.m05).toEqual({
    status: 'present',
    inRoom: true,
    movements: [{ kind: 'arrives', at: '18:20', itemId: null }],
  })
  expect(move(planned(), 'arrives', '18:20')).toEqual(refuse('session.not-open'))
  expect(move(arrived, 'arrives', '18:21')).toEqual(refuse('session.member-in-room', { memberId: 'm05' }))
  expect(move(started, 'leaves', '18:21')).toEqual(refuse('session.member-not-in-room', { memberId: 'm05' }))
  expect(move(arrived, 'leaves', '18:19')).toEqual(
    refuse('session.hour-order', { at: '18:19', notBefore: '18:20' }),
  )
  expect(move(started, 'arrives', '17:59')).toEqual(
    refuse('session.hour-order', { at: '17:59', notBefore: '18:00' }),
  )
  expect(move(started, 'arrives', '24:00')).toEqual(refuse('session.hour-invalid', { at: '24:00' }))
})

test('[SE4] proxies are recorded once and revocable', () => {
  const given = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: true }
  const session = must(giveProxy(opened(), given, roomOf()))
  expect(session.proxies).toEqual([given])
  expect(giveProxy(session, { ...given, holderId: 'm02' }, roomOf())).toMatchObject({
    refusal: { code: 'proxy.already-given' },
  })
  expect(must(withdrawProxy(session, { giverId: 'm05' })).proxies).toEqual([])
  expect(withdrawProxy(session, { giverId: 'm04' })).toEqual(refuse('proxy.missing', { giverId: 'm04' }))
})

test('[SE6] debates and general remarks are written until the closing', () => {
  expect(must(writeDiscussion(opened(), { text: 'Rappel du calendrier.' })).discussion).toBe(
    'Rappel du calendrier.',
  )
  expect(writeDebate(opened(), { itemId: 'i9', text: '' })).toEqual(
    refuse('session.item-missing', { itemId: 'i9' }),
  )
})
