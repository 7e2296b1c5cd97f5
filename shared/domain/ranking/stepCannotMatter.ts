import type { Rational } from '#shared/kernel/rational.ts'
import type { AllocationRules } from '../call/call.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import { scaleMaximum } from '../grid/scaleMaximum.ts'
import type { Contender } from './contender.ts'
import type { MarkStep } from './markSteps.ts'
import type { CandidatureScore } from './ranking.ts'

/**
 * [RK8] Sets aside, without scoring anything again, the steps that change nothing for sure. A step moves the total of
 * its sheet by weight × step / maximum of the weights counted, the mean of n sheets by an nth of that, the median by
 * no more than that. When this is less than the distance to both neighbours and to the minimum score, and no knock-out
 * hangs on the criterion, order and awards stay. Plain numbers with a margin far above their rounding: what is near
 * is kept and placed exactly.
 */
export function stepCannotMatter(
  grid: Grid,
  rules: Pick<AllocationRules, 'aggregation' | 'minimumScore'>,
  score: CandidatureScore,
  neighbours: readonly Contender[],
): (step: MarkStep) => boolean {
  const total = toNumber(score.total)
  const limits = [
    ...neighbours.map((neighbour) => toNumber(neighbour.score.total)),
    // To two decimals, as it is compared ([SC5]).
    ...(rules.minimumScore === null ? [] : [Math.round(rules.minimumScore * 100) / 100]),
  ]
  const room = Math.min(...limits.map((limit) => Math.abs(limit - total)))
  const counted = score.sheets.filter((sheet) => sheet.excluded === null)
  const weightsOf = new Map(
    counted.map((sheet) => [
      sheet.evaluatorId,
      sheet.lines.reduce((sum, line) => sum + (line.outside === null ? line.weight : 0), 0),
    ]),
  )
  const share = rules.aggregation === 'mean' ? counted.length : 1
  const criteria = new Map(criteriaOf(grid).map((criterion) => [criterion.code, criterion]))
  return ({ evaluatorId, criterionCode, fromHundredths, toHundredths }) => {
    const criterion = criteria.get(criterionCode)
    const weights = weightsOf.get(evaluatorId)
    if (criterion === undefined || weights === undefined || criterion.knockoutBelow !== null) return false
    const ofScale = Math.abs(toHundredths - fromHundredths) / scaleMaximum(criterion.scale.kind)
    return (ofScale * criterion.weight * 100) / weights / share + margin < room
  }
}

/** In points of 100. */
const margin = 1e-6

/** Not a number, hence never far enough, when the fraction is too long for a double. */
const toNumber = (value: Rational | null): number =>
  value === null ? Number.NaN : Number(value.num) / Number(value.den)
