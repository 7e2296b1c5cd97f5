import { digitalTransformationGrid } from './digitalTransformationGrid.ts'
import { familyPortalGrid } from './familyPortalGrid.ts'
import type { ShippedGrid } from './shippedGrid.ts'

/** [GR7] Weights of french-rules §6 for the first; the second is derived from it for one kind of project. */
export const shippedGrids: readonly ShippedGrid[] = [digitalTransformationGrid, familyPortalGrid]
