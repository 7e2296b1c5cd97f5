import { ok, type Result } from '#shared/kernel/result.ts'
import { checkGrid } from './checkGrid.ts'
import type { Grid } from './grid.ts'

/** [GR6] Locks at the first filed mark. Locking a locked grid changes nothing. Refusals: those of `checkGrid`. */
export function lockGrid(grid: Grid): Result<Grid> {
  const checked = checkGrid(grid)
  return checked.ok ? ok({ ...grid, status: 'locked' }) : checked
}
