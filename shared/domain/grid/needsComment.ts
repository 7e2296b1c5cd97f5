import type { Criterion, Mark } from './grid.ts'
import { scaleMaximum } from './scaleMaximum.ts'

/** [GR4] Whether this mark must be explained and is not: always, or at 1 point and under and at the maximum. */
export function needsComment(criterion: Pick<Criterion, 'comment' | 'scale'>, mark: Mark): boolean {
  if (mark.comment.trim() !== '') return false
  switch (criterion.comment) {
    case 'optional':
      return false
    case 'always':
      return true
    case 'extremes':
      return (
        mark.kind === 'value' &&
        (mark.hundredths <= 100 || mark.hundredths === scaleMaximum(criterion.scale.kind))
      )
  }
}
