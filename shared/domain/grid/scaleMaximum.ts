import type { ScaleKind } from './grid.ts'
import { scaleLevels } from './scaleLevels.ts'

/** [GR1] The highest mark of a scale, in hundredths of a point. */
export const scaleMaximum = (kind: ScaleKind): number => scaleLevels(kind).at(-1) ?? 0
