import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { allowedMarks } from './allowedMarks.ts'
import { displayMark } from './displayMark.ts'
import type { Criterion, Mark } from './grid.ts'
import { isOnScale } from './isOnScale.ts'

/**
 * [GR4] Whether a mark exists on the criterion's scale. Used while a sheet is being filled: the mandatory comment is
 * typed after the digit, so it is asked when the sheet is filed (`checkFiling`).
 *
 * Refusals: `mark.not-on-scale` with `criterion`, `text`, `allowed`; `mark.not-applicable-refused` with `criterion`.
 */
export function checkMarkValue(criterion: Criterion, mark: Mark): Result<null> {
  if (mark.kind === 'not-applicable') {
    return criterion.notApplicableAllowed
      ? ok(null)
      : refuse('mark.not-applicable-refused', { criterion: criterion.code })
  }
  if (isOnScale(criterion.scale.kind, mark.hundredths)) return ok(null)
  return refuse('mark.not-on-scale', {
    criterion: criterion.code,
    text: displayMark({ kind: '0-20' }, mark),
    allowed: allowedMarks(criterion.scale),
  })
}
