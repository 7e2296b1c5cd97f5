import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Grid } from './grid.ts'

/**
 * [GR6] New content for a draft grid. It may still be incomplete: `checkGrid` judges it when it is put to use.
 *
 * Refusal: `grid.locked` with `label`, `version` (A27: then `nextGridVersion`).
 */
export const changeGrid = (grid: Grid, content: Pick<Grid, 'label' | 'sections'>): Result<Grid> =>
  grid.status === 'locked'
    ? refuse('grid.locked', { label: grid.label, version: grid.version })
    : ok({ ...grid, label: content.label, sections: content.sections })
