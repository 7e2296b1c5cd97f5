import type { Rational } from '#shared/kernel/rational.ts'
import type { Grid } from '../grid/grid.ts'
import type { ScoreLine } from '../ranking/ranking.ts'
import { exactFraction } from './exactFraction.ts'
import type { Sheet } from './sheet.ts'
import { sheetScorer } from './sheetScorer.ts'

/**
 * [SC1] One sheet, line by line, and its exact total of 100; null while nothing counts. Not-applicable and missing
 * marks leave the denominator, informative criteria were never in it.
 */
export function scoreSheet(
  grid: Pick<Grid, 'sections'>,
  sheet: Pick<Sheet, 'marks'>,
): { readonly lines: readonly ScoreLine[]; readonly total: Rational | null } {
  const { lines, total } = sheetScorer(grid)(sheet)
  return { lines, total: total && exactFraction(total.num, total.den) }
}
