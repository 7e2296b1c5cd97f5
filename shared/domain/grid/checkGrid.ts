import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { criteriaOf } from './criteriaOf.ts'
import type { Criterion, Grid } from './grid.ts'
import { isOnScale } from './isOnScale.ts'

/**
 * [GR3] Whether a grid may be used for marking.
 *
 * Refusal: `grid.invalid` with `problems`, each a code and, after a colon, the criterion's code: `label`,
 * `no-weighted-criterion`, `code:`, `duplicate-code:`, `criterion-label:`, `weight:`, `anchor:`, `knockout:`.
 */
export function checkGrid(grid: Pick<Grid, 'label' | 'sections'>): Result<null> {
  const criteria = criteriaOf(grid)
  const codes = criteria.map((criterion) => criterion.code)
  const problems = [
    ...(grid.label.trim() === '' ? ['label'] : []),
    ...(criteria.some((criterion) => !criterion.informative) ? [] : ['no-weighted-criterion']),
    ...new Set(
      codes.filter((code, index) => codes.indexOf(code) !== index).map((c) => `duplicate-code:${c}`),
    ),
    ...criteria.flatMap(problemsOf),
  ]
  return problems.length > 0 ? refuse('grid.invalid', { problems }) : ok(null)
}

/** A weight above this could leave the exact integers of scoring; no published grid comes near. */
const highestWeight = 100_000

function problemsOf(criterion: Criterion): readonly string[] {
  const { code, scale, weight, informative, knockoutBelow } = criterion
  const weightIsSound = Number.isInteger(weight) && weight > 0 && weight <= highestWeight
  const anchorsAreSound = Object.keys(scale.anchors).every(
    (key) => /^\d+$/.test(key) && isOnScale(scale.kind, Number(key)),
  )
  const knockoutIsSound =
    knockoutBelow === null || (!informative && knockoutBelow > 0 && isOnScale(scale.kind, knockoutBelow))
  return [
    ...(/^[A-Z][A-Z0-9-]{0,11}$/.test(code) ? [] : [`code:${code}`]),
    ...(criterion.label.trim() === '' ? [`criterion-label:${code}`] : []),
    ...(informative || weightIsSound ? [] : [`weight:${code}`]),
    ...(anchorsAreSound ? [] : [`anchor:${code}`]),
    ...(knockoutIsSound ? [] : [`knockout:${code}`]),
  ]
}
