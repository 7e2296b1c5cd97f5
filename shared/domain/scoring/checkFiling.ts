import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkMarkValue } from '../grid/checkMarkValue.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import { needsComment } from '../grid/needsComment.ts'
import type { Sheet } from './sheet.ts'

/**
 * [SC8] Whether a sheet may be filed. Missing marks do not prevent it: they are reported and leave the denominator.
 *
 * Refusals: `sheet.empty` (no value at all), `mark.unknown-criterion` with `criterion`, those of `checkMarkValue`,
 * `sheet.comments-required` with `criteria` (codes).
 */
export function checkFiling(grid: Grid, sheet: Pick<Sheet, 'marks'>): Result<null> {
  const criteria = criteriaOf(grid)
  const unknown = Object.keys(sheet.marks).find((code) => !criteria.some((c) => c.code === code))
  if (unknown !== undefined) return refuse('mark.unknown-criterion', { criterion: unknown })
  if (!Object.values(sheet.marks).some((mark) => mark.kind === 'value')) return refuse('sheet.empty')
  const uncommented: string[] = []
  for (const criterion of criteria) {
    const mark = sheet.marks[criterion.code]
    if (mark === undefined) continue
    const value = checkMarkValue(criterion, mark)
    if (!value.ok) return value
    if (needsComment(criterion, mark)) uncommented.push(criterion.code)
  }
  return uncommented.length > 0 ? refuse('sheet.comments-required', { criteria: uncommented }) : ok(null)
}
