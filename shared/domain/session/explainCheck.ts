import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { isExplainable } from './closingCodes.ts'
import type { Session } from './session.ts'

/**
 * [SE34] Why a check of the closing may stay open; an empty text takes the explanation back. The minutes keep it.
 * Refusals: `session.closed`, `session.check-unknown` (no such check, or one that must be green).
 */
export function explainCheck(
  session: Session,
  { check, text }: { readonly check: string; readonly text: string },
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (!isExplainable(check)) return refuse('session.check-unknown', { check })
  const { [check]: _replaced, ...others } = session.explanations
  return ok({ ...session, explanations: text.trim() === '' ? others : { ...others, [check]: text } })
}
