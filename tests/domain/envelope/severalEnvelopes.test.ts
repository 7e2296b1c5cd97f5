import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admits } from '#shared/domain/envelope/admits.ts'
import { type AllocationEntry, type AllocationMoney, allocate } from '#shared/domain/envelope/allocate.ts'
import { awardBounds } from '#shared/domain/envelope/awardBounds.ts'
import { checkEnvelopes } from '#shared/domain/envelope/checkEnvelopes.ts'
import { checkFunding } from '#shared/domain/envelope/checkFunding.ts'
import { envelopeBalance, type Given } from '#shared/domain/envelope/envelopeBalance.ts'
import { proposeFunding } from '#shared/domain/envelope/proposeFunding.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { rulesOf } from '../builders.ts'
import { anyMoney, anyRankedList } from './anyMoney.ts'
import { entryOf, envelopeOf, euros, factsOf, line, quotaOf, territory, theme } from './moneyBuilders.ts'
import { servedInRankOrder } from './servedInRankOrder.ts'

const divided = rulesOf({
  envelopeCents: euros(100),
  envelopes: [envelopeOf('open', euros(60)), envelopeOf('school', euros(40), theme('École'))],
  quotas: [quotaOf('cantal', euros(50), territory('15'))],
})

test('[EN7] envelopes that make the whole are sound; each fault is named', () => {
  expect(checkEnvelopes(divided)).toEqual([])
  expect(checkEnvelopes(rulesOf())).toEqual([])
  expect(
    checkEnvelopes({
      envelopeCents: euros(100),
      envelopes: [
        envelopeOf('a', euros(60)),
        { ...envelopeOf('a', cents(-1)), label: 'Bis' },
        { ...envelopeOf('b', euros(5), theme('  ')), label: ' ' },
      ],
      quotas: [quotaOf('q', cents(-5), territory())],
    }),
  ).toEqual([
    'envelope-label',
    'envelope-twice:Bis',
    'envelope-amount:Bis',
    'envelope-restriction: ',
    'envelopes-sum',
    'quota-ceiling:Quota q',
    'quota-restriction:Quota q',
  ])
})

test('[EN8] a reserve admits what it names, and never the unknown', () => {
  expect(admits(null, factsOf())).toBe(true)
  expect(admits(theme('École numérique'), factsOf({ theme: 'ecole  Numérique' }))).toBe(true)
  expect(admits(theme('', 'Voirie'), factsOf())).toBe(false)
  expect(admits(territory('15', '2A'), factsOf({ departmentCode: '2A' }))).toBe(true)
  expect(admits(territory('15'), factsOf())).toBe(false)
})

test('[EN9] the balance of the whole, of each envelope and of each quota', () => {
  const given: readonly Given[] = [
    {
      facts: factsOf({ theme: 'école', departmentCode: '15' }),
      amountCents: euros(45),
      funding: [line('school', euros(40)), line('open', euros(5))],
    },
    { facts: factsOf({ departmentCode: '63' }), amountCents: euros(20), funding: [line('open', euros(20))] },
  ]
  const balanceLine = (id: string, label: string, total: number, spent: number) => ({
    id,
    label,
    totalCents: euros(total),
    givenCents: euros(spent),
    remainingCents: euros(total - spent),
  })
  expect(envelopeBalance(divided, given)).toEqual({
    whole: balanceLine('', '', 100, 65),
    envelopes: [
      balanceLine('open', 'Enveloppe open', 60, 25),
      balanceLine('school', 'Enveloppe school', 40, 40),
    ],
    quotas: [balanceLine('cantal', 'Quota cantal', 50, 45)],
  })
  expect(envelopeBalance(rulesOf(), given)).toEqual({ whole: null, envelopes: [], quotas: [] })
})

test('[EN10] a funding that is not exact, eligible or covered is refused with its figures', () => {
  const balance = envelopeBalance(divided, [])
  const check = (set: Parameters<typeof factsOf>[0], amount: number, ...funding: ReturnType<typeof line>[]) =>
    checkFunding(divided, balance, factsOf(set), { amountCents: euros(amount), funding })
  expect(check({ theme: 'École' }, 70, line('school', euros(40)), line('open', euros(30)))).toEqual(ok(null))
  expect(check({}, 0)).toEqual(ok(null))
  expect(check({}, 10, line('lost', euros(10)))).toEqual(refuse('envelope.unknown', { envelope: 'lost' }))
  expect(check({ theme: 'Voirie' }, 10, line('school', euros(10)))).toEqual(
    refuse('envelope.not-eligible', { envelope: 'Enveloppe school' }),
  )
  const wrongSum = refuse('envelope.funding-sum', { amountCents: euros(10), fundedCents: euros(9) })
  expect(check({}, 10, line('open', euros(9)))).toEqual(wrongSum)
  expect(check({}, 10, line('open', euros(5)), line('open', euros(4)))).toEqual(wrongSum)
  expect(check({}, 61, line('open', euros(61)))).toEqual(
    refuse('envelope.exceeded', {
      amountCents: euros(61),
      remainingCents: euros(60),
      excessCents: euros(1),
      envelope: 'Enveloppe open',
    }),
  )
  expect(check({ departmentCode: '15' }, 51, line('open', euros(51)))).toEqual(
    refuse('envelope.quota-exceeded', {
      quota: 'Quota cantal',
      amountCents: euros(51),
      remainingCents: euros(50),
      excessCents: euros(1),
    }),
  )
})

test('[EN10] undivided money takes no lines, and remembers what was given before it was divided', () => {
  const undivided = rulesOf({ envelopeCents: euros(100) })
  const award = (amount: number) => ({ amountCents: euros(amount), funding: [line('open', euros(amount))] })
  expect(checkFunding(undivided, envelopeBalance(undivided, []), factsOf(), award(10))).toEqual(
    refuse('envelope.unknown', { envelope: 'open' }),
  )
  const before: Given = { facts: factsOf(), amountCents: euros(90), funding: [] }
  expect(checkFunding(divided, envelopeBalance(divided, [before]), factsOf(), award(11))).toEqual(
    refuse('envelope.exceeded', {
      amountCents: euros(11),
      remainingCents: euros(10),
      excessCents: euros(1),
    }),
  )
})

test('[EN11] the most restricted envelope first', () => {
  const propose = (set: Parameters<typeof factsOf>[0], amount: number) =>
    proposeFunding(divided, envelopeBalance(divided, []), factsOf(set), euros(amount))
  expect(propose({ theme: 'École' }, 70)).toEqual(ok([line('school', euros(40)), line('open', euros(30))]))
  expect(propose({}, 20)).toEqual(ok([line('open', euros(20))]))
  expect(propose({}, 0)).toEqual(ok([]))
  expect(propose({}, 70)).toEqual(
    refuse('envelope.exceeded', {
      amountCents: euros(70),
      remainingCents: euros(60),
      excessCents: euros(10),
    }),
  )
  const undivided = rulesOf({ envelopeCents: euros(100) })
  expect(proposeFunding(undivided, envelopeBalance(undivided, []), factsOf(), euros(100))).toEqual(ok([]))
})

test('[EN11] a funding is proposed exactly when one exists, and it may always be given', () => {
  fc.assert(
    fc.property(anyMoney, anyRankedList, fc.nat({ max: 300 }), (rules, entries, amount) => {
      const given = givenBy(entries, allocate(rules, entries))
      const balance = envelopeBalance(rules, given)
      const facts = factsOf({ theme: 'A', departmentCode: '15' })
      const proposed = proposeFunding(rules, balance, facts, cents(amount))
      const within = (lines: readonly { admitted: boolean; remainingCents: number }[]) =>
        lines.filter(({ admitted }) => admitted).map(({ remainingCents }) => remainingCents)
      const envelopes = within(
        rules.envelopes.map((envelope, index) => ({
          admitted: admits(envelope.reservedFor, facts),
          remainingCents: balance.envelopes[index]?.remainingCents ?? 0,
        })),
      )
      const ceilings = within(
        rules.quotas.map((quota, index) => ({
          admitted: admits(quota.appliesTo, facts),
          remainingCents: balance.quotas[index]?.remainingCents ?? 0,
        })),
      )
      const held =
        rules.envelopes.length === 0
          ? (balance.whole?.remainingCents ?? Number.POSITIVE_INFINITY)
          : envelopes.reduce((sum, remaining) => sum + remaining, 0)
      expect(proposed.ok).toBe(amount <= Math.min(held, ...ceilings))
      if (proposed.ok)
        expect(
          checkFunding(rules, balance, facts, { amountCents: cents(amount), funding: proposed.value }),
        ).toEqual(ok(null))
    }),
  )
})

test('[EN12] between the least viable and the most useful amount', () => {
  const rules = { maxRateBasisPoints: null, capCents: euros(50) }
  const bounds = (least: number | null, most: number | null, asked: number | null = 80) =>
    awardBounds(rules, {
      ...entryOf(1, asked),
      minimumViableCents: least === null ? null : euros(least),
      maximumUsefulCents: most === null ? null : euros(most),
    })
  expect(bounds(null, null)).toEqual({ leastCents: euros(50), mostCents: euros(50), limitedBy: 'cap' })
  expect(bounds(20, 30)).toEqual({
    leastCents: euros(20),
    mostCents: euros(30),
    limitedBy: 'maximum-useful',
  })
  expect(bounds(50, null)).toEqual({ leastCents: euros(50), mostCents: euros(50), limitedBy: 'cap' })
  expect(bounds(51, null)).toBeNull()
  expect(bounds(null, null, null)).toBeNull()
})

const shown = (rules: AllocationMoney, ...entries: readonly AllocationEntry[]) =>
  allocate(rules, entries).map(({ status, amountCents, funding }) => [
    status,
    amountCents / 100,
    Object.fromEntries(funding.map((one) => [one.envelopeId, one.amountCents / 100])),
  ])

test('[EN13] whoever is not covered closes its own money; a reserved envelope goes on serving', () => {
  const school = { theme: 'École' }
  expect(
    shown(divided, entryOf(1, 70), entryOf(2, 10), entryOf(3, 30, school), entryOf(4, 20, school)),
  ).toEqual([
    ['waiting', 0, {}],
    ['waiting', 0, {}],
    ['within', 30, { school: 30 }],
    ['waiting', 0, {}],
  ])
})

test('[EN13] lines move so that the better ranked never stop those who fit', () => {
  const rules = rulesOf({
    envelopeCents: euros(60),
    envelopes: [envelopeOf('a', euros(30), theme('A', 'B')), envelopeOf('b', euros(30), theme('B', 'C'))],
  })
  expect(
    shown(
      rules,
      entryOf(1, 30, { theme: 'B' }),
      entryOf(2, 30, { theme: 'A' }),
      entryOf(3, 1, { theme: 'C' }),
    ),
  ).toEqual([
    ['within', 30, { b: 30 }],
    ['within', 30, { a: 30 }],
    ['waiting', 0, {}],
  ])
})

test('[EN13] a quota stops its own; the others go on', () => {
  const cantal = { departmentCode: '15' }
  const rules = rulesOf({
    envelopeCents: euros(100),
    quotas: [quotaOf('q', euros(50), territory('15'))],
    atCutLine: 'partial-award',
  })
  expect(
    shown(rules, entryOf(1, 40, cantal), entryOf(2, 20, cantal), entryOf(3, 5, cantal), entryOf(4, 45)),
  ).toEqual([
    ['within', 40, {}],
    ['partial', 10, {}],
    ['waiting', 0, {}],
    ['within', 45, {}],
  ])
})

test('[EN13] at the line, never under the least viable amount; over the most useful, never', () => {
  const rules = rulesOf({ envelopeCents: euros(100), atCutLine: 'partial-award' })
  const served = (least: number) =>
    shown(
      rules,
      entryOf(1, 90, { maximumUsefulCents: euros(70) }),
      entryOf(2, 40, { minimumViableCents: euros(41) }),
      entryOf(3, 60, { minimumViableCents: euros(least) }),
      entryOf(4, 1),
    )
  const head = [
    ['within', 70, {}],
    ['waiting', 0, {}],
  ]
  expect(served(30)).toEqual([...head, ['partial', 30, {}], ['waiting', 0, {}]])
  expect(served(31)).toEqual([...head, ['waiting', 0, {}], ['waiting', 0, {}]])
})

test('[EN13] undivided, without quota, least nor most: [EN3] and [EN4] to the cent', () => {
  fc.assert(
    fc.property(anyMoney, anyRankedList, (money, list) => {
      const rules = { ...money, envelopes: [], quotas: [] }
      const entries = list.map((entry) => ({ ...entry, minimumViableCents: null, maximumUsefulCents: null }))
      expect(allocate(rules, entries)).toEqual(
        servedInRankOrder(rules, entries).map((award) => ({ ...award, funding: [] })),
      )
    }),
    { numRuns: 500 },
  )
})

test('[EN13] what is served may be given: no envelope and no quota is over-spent', () => {
  fc.assert(
    fc.property(anyMoney, anyRankedList, (rules, entries) => {
      const awards = allocate(rules, entries)
      const given = givenBy(entries, awards)
      given.forEach(({ facts, ...award }, index) => {
        const others = envelopeBalance(
          rules,
          given.filter((_, place) => place !== index),
        )
        expect(checkFunding(rules, others, facts, award)).toEqual(ok(null))
      })
      awards.forEach(({ status, amountCents }, index) => {
        const entry = entries[index] ?? entryOf(null, null)
        const bounds = awardBounds(rules, entry)
        if (status === 'within') expect(amountCents).toBe(bounds?.mostCents)
        if (status === 'partial') {
          expect(amountCents).toBeLessThan(bounds?.mostCents ?? 0)
          expect(amountCents).toBeGreaterThanOrEqual(Math.max(1, entry.minimumViableCents ?? 0))
        }
        if (status !== 'within' && status !== 'partial') expect(amountCents).toBe(0)
      })
    }),
    { numRuns: 500 },
  )
})

const givenBy = (
  entries: readonly AllocationEntry[],
  awards: ReturnType<typeof allocate>,
): readonly Given[] =>
  awards.map(({ amountCents, funding }, index) => ({
    facts: entries[index] ?? factsOf(),
    amountCents,
    funding,
  }))
