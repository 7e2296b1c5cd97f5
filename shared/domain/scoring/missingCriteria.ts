import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import type { Sheet } from './sheet.ts'

/** [SC8] Codes of the criteria without mark, informative ones included, in reading order. */
export const missingCriteria = (
  grid: Pick<Grid, 'sections'>,
  sheet: Pick<Sheet, 'marks'>,
): readonly string[] =>
  criteriaOf(grid)
    .map((criterion) => criterion.code)
    .filter((code) => sheet.marks[code] === undefined)
