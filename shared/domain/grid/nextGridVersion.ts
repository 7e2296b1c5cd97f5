import type { Grid } from './grid.ts'

/** [GR6] A draft with the same content that names the version it replaces. Sheets of the old version do not follow it ([SC7]). */
export const nextGridVersion = (grid: Grid, id: string): Grid => ({
  ...grid,
  id,
  version: grid.version + 1,
  replaces: grid.id,
  status: 'draft',
})
