import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRules } from '#shared/domain/call/checkRules.ts'
import { type AllocationEntry, allocate } from '#shared/domain/envelope/allocate.ts'
import { checkAward } from '#shared/domain/envelope/checkAward.ts'
import { fullAward } from '#shared/domain/envelope/fullAward.ts'
import { type Cents, cents } from '#shared/kernel/cents.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { criterion, gridOf, rulesOf } from '../builders.ts'

const euros = (amount: number): Cents => cents(amount * 100)
const asks = (
  rank: number | null,
  amount: number | null,
  set: Partial<AllocationEntry> = {},
): AllocationEntry => ({
  rank,
  selectable: rank !== null,
  requestedCents: amount === null ? null : euros(amount),
  eligibleBaseCents: null,
  ...plain,
  ...set,
})
/** Neither theme nor département, neither least nor most. */
const plain = { minimumViableCents: null, maximumUsefulCents: null, theme: '', departmentCode: null }
const shown = (rules: Parameters<typeof rulesOf>[0], ...entries: readonly AllocationEntry[]) =>
  allocate(rulesOf(rules), entries).map(({ status, amountCents }) => [status, amountCents / 100])

test('[EN2] min(requested, rate × base rounded down, cap), the smallest is named', () => {
  const rules = { maxRateBasisPoints: 7_400, capCents: euros(28_000) }
  const request = (requestedCents: number, eligibleBaseCents: number | null) => ({
    requestedCents: cents(requestedCents),
    eligibleBaseCents: eligibleBaseCents === null ? null : cents(eligibleBaseCents),
  })
  expect(fullAward(rules, request(6_736_00, 10_000_00))).toEqual({
    amountCents: 6_736_00,
    limitedBy: 'requested',
  })
  expect(fullAward(rules, request(9_000_00, 10_000_01))).toEqual({ amountCents: 7_400_00, limitedBy: 'rate' })
  expect(fullAward(rules, request(90_000_00, 98_000_00))).toEqual({
    amountCents: 28_000_00,
    limitedBy: 'cap',
  })
  expect(fullAward(rules, request(9_000_00, null))).toEqual({ amountCents: 9_000_00, limitedBy: null })
  expect(fullAward({ ...rules, maxRateBasisPoints: 10_000 }, request(3_00, 9_007_199_254_740_991))).toEqual({
    amountCents: 3_00,
    limitedBy: 'requested',
  })
})

test('[EN3] the cut line: what follows waits even where it would fit', () => {
  const list = [asks(1, 60), asks(2, 50), asks(3, 10)]
  expect(shown({ envelopeCents: euros(100) }, ...list)).toEqual([
    ['within', 60],
    ['waiting', 0],
    ['waiting', 0],
  ])
  expect(shown({ envelopeCents: euros(100), atCutLine: 'partial-award' }, ...list)).toEqual([
    ['within', 60],
    ['partial', 40],
    ['waiting', 0],
  ])
  expect(shown({}, ...list)).toEqual([
    ['within', 60],
    ['within', 50],
    ['within', 10],
  ])
})

test('[EN3] an exact fit leaves nothing to share out', () => {
  expect(shown({ envelopeCents: euros(100), atCutLine: 'partial-award' }, asks(1, 100), asks(2, 10))).toEqual(
    [
      ['within', 100],
      ['waiting', 0],
    ],
  )
})

test('[EN4] candidatures tied across the line all wait unless all fit', () => {
  const tied = [asks(1, 60), asks(2, 30), asks(2, 30), asks(4, 5)]
  const rules = { atCutLine: 'partial-award' } as const
  expect(shown({ ...rules, envelopeCents: euros(100) }, ...tied)).toEqual([
    ['within', 60],
    ['waiting', 0],
    ['waiting', 0],
    ['waiting', 0],
  ])
  expect(shown({ ...rules, envelopeCents: euros(120) }, ...tied).map(([status]) => status)).toEqual([
    'within',
    'within',
    'within',
    'waiting',
  ])
})

test('[EN3] what is set aside takes no money; an unknown request waits without moving the line', () => {
  expect(
    shown(
      { envelopeCents: euros(100) },
      asks(1, 90, { selectable: false }),
      asks(2, null),
      asks(3, 100),
      asks(null, 10),
    ),
  ).toEqual([
    ['not-selected', 0],
    ['waiting', 0],
    ['within', 100],
    ['not-selected', 0],
  ])
})

test('[EN5] over-spending is refused with the figures (A18)', () => {
  expect(checkAward(euros(100), cents(100_01))).toEqual(
    refuse('envelope.exceeded', { amountCents: 100_01, remainingCents: 100_00, excessCents: 1 }),
  )
  expect(checkAward(euros(100), euros(100))).toEqual(ok(null))
  expect(checkAward(null, euros(1_000_000))).toEqual(ok(null))
})

const anyEntries = fc
  .array(
    fc.record({
      tie: fc.boolean(),
      selectable: fc.boolean(),
      requested: fc.option(fc.integer({ min: 0, max: 50_000 })),
      base: fc.option(fc.integer({ min: 0, max: 80_000 })),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    let rank = 0
    return rows.map(({ tie, selectable, requested, base }, index): AllocationEntry => {
      rank = tie && rank > 0 ? rank : index + 1
      return {
        rank,
        selectable,
        requestedCents: requested === null ? null : cents(requested),
        eligibleBaseCents: base === null ? null : cents(base),
        ...plain,
      }
    })
  })

const anyRules = fc.record({
  envelopes: fc.constant([]),
  quotas: fc.constant([]),
  envelopeCents: fc.integer({ min: 0, max: 150_000 }).map(cents),
  maxRateBasisPoints: fc.option(fc.integer({ min: 0, max: 10_000 })),
  capCents: fc.option(fc.integer({ min: 0, max: 40_000 }).map(cents)),
  atCutLine: fc.constantFrom('partial-award' as const, 'waiting-list' as const),
})

test('[EN3] never more than the envelope, the request, the cap; nothing served after the line', () => {
  fc.assert(
    fc.property(anyRules, anyEntries, (rules, entries) => {
      const awards = allocate(rules, entries)
      expect(awards).toHaveLength(entries.length)
      expect(awards.reduce((sum, award) => sum + award.amountCents, 0)).toBeLessThanOrEqual(
        rules.envelopeCents,
      )
      awards.forEach((award, index) => {
        expect(award.amountCents).toBeLessThanOrEqual(entries[index]?.requestedCents ?? 0)
        expect(award.amountCents).toBeLessThanOrEqual(rules.capCents ?? Number.POSITIVE_INFINITY)
      })
      const line = awards.findIndex(
        ({ status }, index) =>
          status === 'partial' || (status === 'waiting' && entries[index]?.requestedCents !== null),
      )
      const lineRank = entries[line]?.rank
      const later = awards.filter(
        (_, index) => line >= 0 && index > line && entries[index]?.rank !== lineRank,
      )
      expect(later.every(({ status }) => status === 'waiting' || status === 'not-selected')).toBe(true)
    }),
  )
})

test('[EN5] no sequence of awards overspends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.array(fc.integer({ min: 0, max: 40_000 })),
      (envelope, amounts) => {
        let remaining = envelope
        for (const amount of amounts) {
          if (checkAward(cents(remaining), cents(amount)).ok) remaining -= amount
        }
        expect(remaining).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('[EN1] rules that cannot be applied are refused, each fault named', () => {
  const grid = gridOf(criterion('PERT', 1))
  expect(checkRules(rulesOf({ tieBreakers: [{ kind: 'criterion', code: 'PERT' }] }), grid)).toEqual(ok(null))
  expect(
    checkRules(
      rulesOf({
        envelopeCents: cents(-1),
        maxRateBasisPoints: 10_001,
        minimumEvaluators: 0,
        gapAlertPoints: 101,
        tieBreakers: [
          { kind: 'criterion', code: 'NONE' },
          { kind: 'lowest-requested' },
          { kind: 'lowest-requested' },
        ],
      }),
      grid,
    ),
  ).toEqual(
    refuse('call.rules-invalid', {
      problems: [
        'envelope',
        'rate',
        'minimum-evaluators',
        'gap-alert',
        'tie-breaker:criterion:NONE',
        'tie-breaker:lowest-requested',
      ],
    }),
  )
})
