import { displayMark } from './displayMark.ts'
import type { Scale } from './grid.ts'
import { scaleLevels } from './scaleLevels.ts'
import { scaleStep } from './scaleStep.ts'

/** [GR2] What may be keyed, for the sentence of a refusal: each level of a short scale, the bounds of a long one. */
export function allowedMarks(scale: Pick<Scale, 'kind'>): readonly string[] {
  const levels = scaleLevels(scale.kind).map((hundredths) =>
    displayMark(scale, { kind: 'value', hundredths }),
  )
  const halfPoints = scaleStep(scale.kind) === 50
  return [...(halfPoints ? [`${levels[0]} à ${levels.at(-1)}, demi-points admis`] : levels), 'sans objet']
}
