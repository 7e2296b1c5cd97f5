import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '#shared/kernel/rational.ts'
import type { AllocationRules } from '../call/call.ts'
import { isInForce, type Recusal } from '../committee/committee.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import { scaleMaximum } from '../grid/scaleMaximum.ts'
import type { CandidatureScore, NotRankedReason, SheetScore } from '../ranking/ranking.ts'
import { exactFraction } from './exactFraction.ts'
import { collegialEvaluator, type Sheet } from './sheet.ts'
import { type SheetSum, sheetScorer } from './sheetScorer.ts'

export type ScoringRules = Pick<
  AllocationRules,
  'aggregation' | 'minimumEvaluators' | 'gapAlertPoints' | 'minimumScore'
>
export type ScoringRecusal = Pick<Recusal, 'memberId' | 'status'>

/**
 * [SC2]-[SC7] Prepares grid and rules once; then one candidature's sheets and recusals → its score. Sheets come in any
 * order and leave in the order of their evaluator's id.
 */
export function candidatureScorer(
  grid: Grid,
  rules: ScoringRules,
): (sheets: readonly Sheet[], recusals: readonly ScoringRecusal[]) => CandidatureScore {
  const scoreOf = sheetScorer(grid)
  const columns = criteriaOf(grid).map(({ code, scale, knockoutBelow }) => ({
    code,
    maximum: scaleMaximum(scale.kind),
    knockoutBelow,
  }))
  const gapLimit = rules.gapAlertPoints === null ? null : pointsToExact(rules.gapAlertPoints)
  const floor = rules.minimumScore === null ? null : pointsToExact(rules.minimumScore)
  return (sheets, recusals) => {
    const read = sheets
      .filter((sheet) => sheet.gridId === grid.id && belongs(sheet, rules))
      .sort((a, b) => (a.evaluatorId < b.evaluatorId ? -1 : 1))
      .map((sheet) => ({ sheet, sum: scoreOf(sheet) }))
      .map(({ sheet, sum }) => ({ sheet, sum, excluded: exclusion(sheet, sum, recusals) }))
    const counted = read.filter((one) => one.excluded === null)
    const totals = counted.flatMap(({ sum }) => sum.total ?? [])
    const total = rules.aggregation === 'median' ? median(totals) : mean(totals)
    const gap = spread(totals)
    const averages = columns.map((column) => ({ ...column, ...average(column.code, counted) }))
    return {
      total,
      notRanked: notRanked(counted.length, rules),
      sheets: read.map(({ sheet, sum, excluded }) => sheetScore(sheet, sum, excluded)),
      byCriterion: Object.fromEntries(
        averages
          .filter(({ count }) => count > 0)
          .map(({ code, hundredths, count, maximum }) => [code, exactFraction(hundredths, count * maximum)]),
      ),
      gap,
      gapAlert: gap !== null && gapLimit !== null && compare(gap, gapLimit) > 0,
      knockedOutBy: averages
        .filter(
          ({ hundredths, count, knockoutBelow }) =>
            knockoutBelow !== null && count > 0 && hundredths < knockoutBelow * count,
        )
        .map(({ code }) => code),
      belowMinimum: total !== null && floor !== null && compare(total, floor) < 0,
    }
  }
}

type Total = NonNullable<SheetSum['total']>

/** Collegial marking reads the committee's own sheet and nothing else; otherwise that sheet is not a member's. */
const belongs = (sheet: Sheet, rules: ScoringRules): boolean =>
  (sheet.evaluatorId === collegialEvaluator) === (rules.aggregation === 'collegial')

function exclusion(sheet: Sheet, sum: SheetSum, recusals: readonly ScoringRecusal[]): SheetScore['excluded'] {
  const recused = recusals.some((recusal) => recusal.memberId === sheet.evaluatorId && isInForce(recusal))
  if (recused) return 'recused'
  if (sheet.status === 'draft') return 'draft'
  return sum.total === null ? 'empty' : null
}

function notRanked(counted: number, rules: ScoringRules): NotRankedReason | null {
  if (counted === 0) return 'no-sheet'
  return rules.aggregation !== 'collegial' && counted < rules.minimumEvaluators ? 'too-few-evaluators' : null
}

const sheetScore = (sheet: Sheet, sum: SheetSum, excluded: SheetScore['excluded']): SheetScore => ({
  evaluatorId: sheet.evaluatorId,
  excluded,
  total: sum.total && exactFraction(sum.total.num, sum.total.den),
  lines: sum.lines,
})

/** Sheets with the same criteria counted share a denominator: their sum is one addition of integers each. */
function mean(totals: readonly Total[]): Rational | null {
  if (totals.length === 0) return null
  const byDenominator = new Map<number, number>()
  for (const { num, den } of totals) byDenominator.set(den, (byDenominator.get(den) ?? 0) + num)
  let sum = zero
  for (const [den, num] of byDenominator) sum = add(sum, exactFraction(num, den))
  return divide(sum, rational(totals.length))
}

function median(totals: readonly Total[]): Rational | null {
  const sorted = totals.map(({ num, den }) => exactFraction(num, den)).sort(compare)
  const upper = sorted[Math.floor(sorted.length / 2)]
  if (upper === undefined) return null
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return multiply(add(lower, upper), rational(1, 2))
}

function spread(totals: readonly Total[]): Rational | null {
  if (totals.length < 2) return null
  const sorted = totals.map(({ num, den }) => exactFraction(num, den)).sort(compare)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  return lowest && highest ? subtract(highest, lowest) : null
}

/** Sum of the marks on one criterion over the counted sheets that have one. */
function average(code: string, counted: readonly { readonly sheet: Sheet }[]) {
  let hundredths = 0
  let count = 0
  for (const { sheet } of counted) {
    const mark = sheet.marks[code]
    if (mark?.kind !== 'value') continue
    hundredths += mark.hundredths
    count += 1
  }
  return { hundredths, count }
}

/** Limits are published with two decimals at most. */
const pointsToExact = (points: number): Rational => rational(Math.round(points * 100), 100)
