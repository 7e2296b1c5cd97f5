import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkDecision } from '../decision/checkDecision.ts'
import { isAward } from '../decision/isAward.ts'
import type { Rectification, Session } from './session.ts'

/**
 * [SE35] Corrects closed minutes by an act that names them; what was frozen stays (P3). A corrected outcome obeys the
 * rules of a decision, and an award that the vote did not carry stays refused: what was voted is not rectified.
 * `remainingCents`: what the envelope holds, the point's own amount left out; null without envelope.
 *
 * Refusals: `session.not-closed`, `session.rectification-empty` (no reason or no text), `session.item-missing` (a
 * corrected outcome without its point, too), `input.invalid` (a date before the session), `session.vote-not-adopted`,
 * those of `checkDecision`.
 */
export function rectifySession(
  session: Session,
  rectification: Rectification,
  about: { readonly remainingCents: Cents | null },
): Result<Session> {
  const { itemId, corrected, reason, text, date } = rectification
  if (session.closing === null) return refuse('session.not-closed')
  if (reason.trim() === '' || text.trim() === '') return refuse('session.rectification-empty')
  if (date < session.date)
    return refuse('input.invalid', { reason: 'le rectificatif est antérieur à la séance' })
  const item = session.agenda.find(({ id }) => id === itemId)
  if (item === undefined && (itemId !== null || corrected !== null))
    return refuse('session.item-missing', { itemId: itemId ?? '' })
  if (item !== undefined && corrected !== null) {
    const waits = item.outcome?.waitingList === true && (corrected.amountCents ?? 0) === 0
    const decision = checkDecision(
      { ...corrected, waitingList: waits && isAward(corrected.opinion) },
      { kind: item.kind, remainingCents: about.remainingCents, funding: null },
    )
    if (!decision.ok) return decision
    const vote = item.outcome?.vote ?? null
    if (vote !== null && !vote.adopted && isAward(corrected.opinion)) {
      const { for: inFavour, against, abstention } = vote
      const { opinion } = corrected
      return refuse('session.vote-not-adopted', { opinion, for: inFavour, against, abstention })
    }
  }
  return ok({ ...session, rectifications: [...session.rectifications, rectification] })
}

/** « PV-2026-001-R1 », then -R2: the order of the acts. Empty before the closing. */
export const nextRectificationNumber = ({ closing, rectifications }: Session): string =>
  closing === null ? '' : `${closing.number}-R${rectifications.length + 1}`
