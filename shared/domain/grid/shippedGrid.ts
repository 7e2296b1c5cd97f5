import type { Grid } from './grid.ts'

/** A grid that comes with the program: a starting point to copy, never used in place. */
export interface ShippedGrid extends Pick<Grid, 'label' | 'sections'> {
  /** Permanent. */
  readonly key: string
}
