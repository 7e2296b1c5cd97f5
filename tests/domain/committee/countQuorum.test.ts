import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InstanceType, RecusalCounting } from '#shared/domain/committee/committee.ts'
import { countQuorum, type RoomCount } from '#shared/domain/committee/countQuorum.ts'
import { seatedMembers } from '#shared/domain/committee/seatedMembers.ts'
import type { Proxy } from '#shared/domain/session/session.ts'
import { memberId, memberOf, membersOf, recusalOf } from '../builders.ts'
import { anyMeeting, quorumOracle } from './quorumOracle.ts'

const ids = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => memberId(from + index))

const proxies = (...pairs: readonly (readonly [number, number])[]): readonly Proxy[] =>
  pairs.map(([giver, holder]) => ({
    giverId: memberId(giver),
    holderId: memberId(holder),
    signed: true,
    date: '2026-03-01',
  }))

const room = (
  type: InstanceType,
  inOffice: number,
  present: number,
  set: Partial<RoomCount> = {},
): RoomCount => ({
  type,
  members: membersOf(inOffice),
  presentIds: ids(1, present),
  proxies: [],
  proxiesPerHolder: 1,
  recusals: [],
  secondConvocation: false,
  ...set,
})

test.each([
  ['organe_deliberant', 11, 5, false],
  ['organe_deliberant', 11, 6, true],
  ['organe_deliberant', 8, 4, false],
  ['organe_deliberant', 8, 5, true],
  ['commission_consultative_etat', 8, 3, false],
  ['commission_consultative_etat', 8, 4, true],
  ['commission_consultative_etat', 9, 4, false],
  ['commission_consultative_etat', 9, 5, true],
  ['commission_detr', 9, 5, true],
  ['commission_interne', 8, 4, true],
  ['jury_ad_hoc', 9, 4, false],
] as const)('[CO1] %s, %i in office, %i present: reached = %s (A01)', (type, inOffice, present, reached) => {
  expect(countQuorum(room(type, inOffice, present)).reached).toBe(reached)
})

const twoRecused = (counting: RecusalCounting) => [
  recusalOf('c1', memberId(1), { counting }),
  recusalOf('c1', memberId(2), { counting }),
]

test('[CO2] 15 in office, 9 present of whom 2 recused: no by the numerator, yes by both (A01)', () => {
  expect(countQuorum(room('organe_deliberant', 15, 9, { recusals: twoRecused('numerator') }))).toEqual({
    inOffice: 15,
    present: 9,
    represented: 0,
    counted: 7,
    base: 15,
    required: 8,
    reached: false,
    applies: true,
  })
  expect(
    countQuorum(room('organe_deliberant', 15, 9, { recusals: twoRecused('numerator-and-denominator') })),
  ).toEqual({
    inOffice: 15,
    present: 9,
    represented: 0,
    counted: 7,
    base: 13,
    required: 7,
    reached: true,
    applies: true,
  })
})

test('[CO4] proxies count for a committee of the State, never for a council (A02)', () => {
  const three = proxies([8, 1], [9, 2])
  expect(countQuorum(room('commission_consultative_etat', 9, 3, { proxies: three }))).toMatchObject({
    represented: 2,
    counted: 5,
    reached: true,
  })
  expect(countQuorum(room('organe_deliberant', 9, 3, { proxies: three }))).toMatchObject({
    represented: 2,
    counted: 3,
    reached: false,
  })
})

test('[CO3] consultative voices and former members count for nothing', () => {
  const members = [
    ...membersOf(4),
    memberOf('m05', { voice: 'consultative' }),
    memberOf('m06', { inOffice: false }),
  ]
  const presentIds = ['m01', 'm05', 'm06']
  expect(countQuorum(room('jury_ad_hoc', 0, 0, { members, presentIds }))).toMatchObject({
    inOffice: 4,
    present: 1,
    required: 2,
    reached: false,
  })
})

test('[CO2] a second convocation asks for no quorum and still gives the figures', () => {
  expect(countQuorum(room('organe_deliberant', 11, 2, { secondConvocation: true }))).toMatchObject({
    counted: 2,
    required: 6,
    reached: true,
    applies: false,
  })
})

test('[CO2] a lifted recusal changes nothing', () => {
  const lifted = [recusalOf('c1', memberId(1), { status: 'set-aside' })]
  expect(countQuorum(room('organe_deliberant', 3, 2, { recusals: lifted }))).toEqual(
    countQuorum(room('organe_deliberant', 3, 2)),
  )
})

test('[CO2] [CO4] [CO9] the count equals an oracle written from the texts alone', () => {
  const seen = { reached: 0, missed: 0, represented: 0, substituted: 0 }
  fc.assert(
    fc.property(anyMeeting, ({ members, substitutions, ...asked }) => {
      const count = countQuorum({ ...asked, members: seatedMembers(members, substitutions) })
      const { counted, base, reached } = count
      expect({ counted, base, reached }).toEqual(quorumOracle({ members, substitutions, ...asked }))
      // The addition that is shown is the one that decides.
      expect(reached).toBe(!count.applies || counted >= count.required)
      seen[reached ? 'reached' : 'missed']++
      if (count.represented > 0) seen.represented++
      if (Object.keys(substitutions).length > 0) seen.substituted++
    }),
    { numRuns: 3_000 },
  )
  // Meetings that are all alike would prove nothing.
  expect(
    Object.values(seen).every((times) => times > 100),
    JSON.stringify(seen),
  ).toBe(true)
})
