import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkMarkValue } from './checkMarkValue.ts'
import type { Criterion, Mark } from './grid.ts'
import { needsComment } from './needsComment.ts'

/** [GR4] A complete mark. Refusals: those of `checkMarkValue`; `mark.comment-required` with `criterion` and `rule`. */
export function checkMark(criterion: Criterion, mark: Mark): Result<null> {
  const value = checkMarkValue(criterion, mark)
  if (!value.ok) return value
  return needsComment(criterion, mark)
    ? refuse('mark.comment-required', { criterion: criterion.code, rule: criterion.comment })
    : ok(null)
}
