import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InstanceType, instanceTypes, type RecusalCounting } from '#shared/domain/committee/committee.ts'
import { countQuorum, type RoomCount } from '#shared/domain/committee/countQuorum.ts'
import type { Proxy } from '#shared/domain/session/session.ts'
import { memberId, memberOf, membersOf, recusalOf } from '../builders.ts'

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

/**
 * A second opinion, written member by member instead of set by set: everyone gets a line in a register, then the
 * lines are counted.
 */
function oracle(asked: RoomCount): { counted: number; base: number; reached: boolean } {
  let counted = 0
  let base = 0
  const holdersUsed: string[] = []
  const giversUsed: string[] = []
  for (const member of asked.members) {
    if (!member.inOffice || member.voice === 'consultative') continue
    const own = asked.recusals.find((r) => r.memberId === member.id && r.status !== 'set-aside')
    if (own?.counting !== 'numerator-and-denominator') base += 1
    if (asked.presentIds.includes(member.id) && !own) counted += 1
  }
  const isState = asked.type === 'commission_consultative_etat' || asked.type === 'commission_detr'
  for (const { giverId, holderId } of isState ? asked.proxies : []) {
    const giver = asked.members.find((m) => m.id === giverId)
    const holder = asked.members.find((m) => m.id === holderId)
    if (!giver?.inOffice || !holder?.inOffice) continue
    if (giver.voice === 'consultative' || holder.voice === 'consultative') continue
    if (giverId === holderId || asked.presentIds.includes(giverId)) continue
    if (!asked.presentIds.includes(holderId)) continue
    if (asked.recusals.some((r) => r.status !== 'set-aside' && [giverId, holderId].includes(r.memberId)))
      continue
    if (holdersUsed.includes(holderId) || giversUsed.includes(giverId)) continue
    holdersUsed.push(holderId)
    giversUsed.push(giverId)
    counted += 1
  }
  const enough = asked.type === 'organe_deliberant' ? counted > base / 2 : counted > 0 && counted >= base / 2
  return { counted, base, reached: asked.secondConvocation || enough }
}

const anyRoom: fc.Arbitrary<RoomCount> = fc
  .record({
    type: fc.constantFrom(...instanceTypes),
    people: fc.array(
      fc.record({
        inOffice: fc.boolean(),
        consultative: fc.boolean(),
        present: fc.boolean(),
        recusal: fc.constantFrom(null, 'numerator', 'numerator-and-denominator', 'lifted'),
      }),
      { maxLength: 14 },
    ),
    proxies: fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 })), {
      maxLength: 8,
    }),
    secondConvocation: fc.boolean(),
  })
  .map(({ type, people, proxies: pairs, secondConvocation }) => ({
    type,
    members: people.map(({ inOffice, consultative }, index) =>
      memberOf(memberId(index + 1), { inOffice, voice: consultative ? 'consultative' : 'deliberative' }),
    ),
    presentIds: people.flatMap(({ present }, index) => (present ? memberId(index + 1) : [])),
    proxies: proxies(...pairs),
    recusals: people.flatMap(({ recusal }, index) =>
      recusal === null
        ? []
        : recusalOf(
            'c1',
            memberId(index + 1),
            recusal === 'lifted' ? { status: 'set-aside' } : { counting: recusal },
          ),
    ),
    secondConvocation,
  }))

test('[CO2] the count equals the oracle', () => {
  fc.assert(
    fc.property(anyRoom, (asked) => {
      const { counted, base, reached } = countQuorum(asked)
      expect({ counted, base, reached }).toEqual(oracle(asked))
    }),
    { numRuns: 1_000 },
  )
})

test('[CO2] the shown addition is the one that decides', () => {
  fc.assert(
    fc.property(anyRoom, (asked) => {
      const { counted, required, reached, applies } = countQuorum(asked)
      expect(reached).toBe(!applies || counted >= required)
    }),
  )
})
