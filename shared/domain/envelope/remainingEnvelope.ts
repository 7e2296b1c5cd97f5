import { type Cents, cents } from '#shared/kernel/cents.ts'
import type { Session } from '../session/session.ts'
import { awardedCents } from './awardedCents.ts'

/**
 * [EN6] What an envelope still holds after the outcomes of every session of its call, `exceptItemId` left out (the
 * item being decided or amended). Null when the call has no envelope. Never negative: every award was checked
 * against it, and an envelope lowered afterwards leaves nothing rather than a debt.
 */
export function remainingEnvelope(
  envelopeCents: Cents | null,
  sessions: readonly Session[],
  exceptItemId: string | null = null,
): Cents | null {
  if (envelopeCents === null) return null
  return cents(Math.max(0, envelopeCents - awardedCents(sessions, exceptItemId)))
}
