import type { ScaleKind } from './grid.ts'
import { scaleMaximum } from './scaleMaximum.ts'
import { scaleStep } from './scaleStep.ts'

/** [GR1] Whether a mark in hundredths exists on the scale. */
export const isOnScale = (kind: ScaleKind, hundredths: number): boolean =>
  Number.isInteger(hundredths) &&
  hundredths >= 0 &&
  hundredths <= scaleMaximum(kind) &&
  hundredths % scaleStep(kind) === 0
