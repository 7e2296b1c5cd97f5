import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ClosingCheck } from './closingCheck.ts'

/**
 * [SE34] Whether the check list lets the session close: every `must` green, every `explain` green or explained.
 *
 * Refusals: `session.not-closable` with `missing` (what must be green, as clauses), `items` empty;
 * `session.unexplained` with `checks` (codes) and `sentences`.
 */
export function checkClosing(checks: readonly ClosingCheck[]): Result<null> {
  const open = checks.filter(({ state }) => state === 'open')
  const must = open.filter(({ level }) => level === 'must')
  if (must.length > 0)
    return refuse('session.not-closable', {
      missing: must.map(({ sentence }) => sentence.replace(/\.$/, '')),
      items: [],
    })
  if (open.length > 0)
    return refuse('session.unexplained', {
      checks: open.map(({ code }) => code),
      sentences: open.map(({ sentence }) => sentence),
    })
  return ok(null)
}
