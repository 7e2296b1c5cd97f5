import type { ScaleKind } from './grid.ts'

/** [GR1] The smallest difference between two marks, in hundredths: half points on the long scales only. */
export const scaleStep = (kind: ScaleKind): number => (kind === '0-10' || kind === '0-20' ? 50 : 100)
