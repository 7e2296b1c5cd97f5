import type { Grid } from './grid.ts'

/** [GR6] An independent first version with the content of another grid. */
export const duplicateGrid = (
  content: Pick<Grid, 'sections'>,
  copy: { readonly id: string; readonly label: string },
): Grid => ({
  id: copy.id,
  label: copy.label,
  version: 1,
  replaces: null,
  sections: content.sections,
  status: 'draft',
})
