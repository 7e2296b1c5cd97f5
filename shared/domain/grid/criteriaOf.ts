import type { Criterion, Grid } from './grid.ts'

/** Every criterion in reading order. */
export const criteriaOf = (grid: Pick<Grid, 'sections'>): readonly Criterion[] =>
  grid.sections.flatMap((section) => section.criteria)
