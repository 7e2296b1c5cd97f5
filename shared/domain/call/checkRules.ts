import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkEnvelopes } from '../envelope/checkEnvelopes.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import type { AllocationRules } from './call.ts'
import { tieBreakerCode } from './tieBreakerCode.ts'

/**
 * [EN1] [EN7] Whether a règlement d'attribution can be applied with its grid (null: not chosen yet, criteria unchecked).
 *
 * Refusal: `call.rules-invalid` with `problems` among `envelope`, `cap`, `rate` (0 to 100 %), `minimum-evaluators`
 * (1 at least), `gap-alert` and `minimum-score` (0 to 100), `tie-breaker:<code>` (unknown criterion, or twice), and those of
 * `checkEnvelopes`.
 */
export function checkRules(rules: AllocationRules, grid: Pick<Grid, 'sections'> | null): Result<null> {
  const codes = grid && criteriaOf(grid).map((criterion) => criterion.code)
  const within = (value: number | null, highest: number): boolean =>
    value === null || (Number.isFinite(value) && value >= 0 && value <= highest)
  const wholeWithin = (value: number | null, highest: number): boolean =>
    within(value, highest) && (value === null || Number.isInteger(value))
  const tieBreakers = rules.tieBreakers.map(tieBreakerCode)
  const unsound = rules.tieBreakers.filter(
    (tieBreaker, index) =>
      tieBreakers.indexOf(tieBreakerCode(tieBreaker)) !== index ||
      (tieBreaker.kind === 'criterion' && codes !== null && !codes.includes(tieBreaker.code)),
  )
  const problems = [
    ...(wholeWithin(rules.envelopeCents, Number.MAX_SAFE_INTEGER) ? [] : ['envelope']),
    ...checkEnvelopes(rules),
    ...(wholeWithin(rules.capCents, Number.MAX_SAFE_INTEGER) ? [] : ['cap']),
    ...(wholeWithin(rules.maxRateBasisPoints, 10_000) ? [] : ['rate']),
    ...(Number.isInteger(rules.minimumEvaluators) && rules.minimumEvaluators >= 1
      ? []
      : ['minimum-evaluators']),
    ...(within(rules.gapAlertPoints, 100) ? [] : ['gap-alert']),
    ...(within(rules.minimumScore, 100) ? [] : ['minimum-score']),
    ...unsound.map((tieBreaker) => `tie-breaker:${tieBreakerCode(tieBreaker)}`),
  ]
  return problems.length > 0 ? refuse('call.rules-invalid', { problems }) : ok(null)
}
