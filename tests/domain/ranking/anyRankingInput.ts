import fc from 'fast-check'
import type { AllocationRules } from '#shared/domain/call/call.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { type Cents, cents } from '#shared/kernel/cents.ts'
import {
  callOf,
  candidatureOf,
  criterion,
  gridOf,
  memberId,
  membersOf,
  notApplicable,
  recusalOf,
  sheetOf,
  value,
} from '../builders.ts'

/** Small calls in which everything that decides a rank or an award may happen, and ties are frequent. */
export const anyRankingInput: fc.Arbitrary<RankingInput> = fc
  .record({
    sheets: fc.array(fc.array(fc.option(anySheet()), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    }),
    recused: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 3,
    }),
    requested: fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 }), {
      minLength: 6,
      maxLength: 6,
    }),
    status: fc.array(fc.constantFrom('submitted', 'submitted', 'submitted', 'withdrawn'), {
      minLength: 6,
      maxLength: 6,
    }),
    rules: anyRules(),
    knockoutBelow: fc.constantFrom(null, 200),
  })
  .map(({ sheets, recused, requested, status, rules, knockoutBelow }) => ({
    grid: gridOf(
      criterion('A', 60),
      criterion('B', 30, { knockoutBelow }),
      criterion('C', 10, { scale: { kind: '0-10', anchors: {} } }),
      criterion('D', 50, { informative: true }),
    ),
    call: callOf(rules),
    candidatures: sheets.map((_, index) =>
      candidatureOf(index + 1, {
        requestedCents: cents(requested[index] ?? 0),
        ...(requested[index] === null ? { requestedCents: null } : {}),
        status: status[index] === 'withdrawn' ? 'withdrawn' : 'submitted',
      }),
    ),
    populations: {},
    sheets: sheets.flatMap((row, index) =>
      row.flatMap((sheet, member) => {
        if (sheet === null) return []
        const evaluator =
          rules.aggregation === 'collegial' && member === 0 ? collegialEvaluator : memberId(member + 1)
        return sheetOf(`c${index + 1}`, evaluator, {}, sheet)
      }),
    ),
    recusals: recused.map(([candidature, member]) => recusalOf(`c${candidature}`, memberId(member))),
    members: membersOf(3),
  }))

function anySheet() {
  const mark = (most: number, step: number) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.nat({ max: most }).map((points) => value(points * step)) },
      { weight: 1, arbitrary: fc.constant(notApplicable) },
      { weight: 1, arbitrary: fc.constant(null) },
    )
  return fc
    .record({ A: mark(5, 100), B: mark(5, 100), C: mark(20, 50), D: mark(5, 100), draft: fc.nat({ max: 7 }) })
    .map(({ draft, ...marks }) => ({
      marks: Object.fromEntries(Object.entries(marks).flatMap(([code, one]) => (one ? [[code, one]] : []))),
      status: draft === 0 ? ('draft' as const) : ('filed' as const),
    }))
}

function anyRules(): fc.Arbitrary<Partial<AllocationRules>> {
  return fc.record({
    envelopeCents: fc.option<Cents, null>(fc.nat({ max: 30 }).map(cents), { nil: null }),
    aggregation: fc.constantFrom('mean', 'mean', 'median', 'collegial'),
    minimumEvaluators: fc.integer({ min: 1, max: 2 }),
    gapAlertPoints: fc.constantFrom(null, 30),
    minimumScore: fc.constantFrom(null, 40, 62.5),
    tieBreakers: fc.constantFrom(
      [],
      [{ kind: 'criterion', code: 'B' }, { kind: 'lowest-requested' }],
      [{ kind: 'criterion', code: 'A' }],
    ),
    atCutLine: fc.constantFrom('partial-award', 'waiting-list'),
  })
}
