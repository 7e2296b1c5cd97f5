import { addCents, type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { effectiveOutcomes } from '../session/effectiveOutcome.ts'
import type { Session } from '../session/session.ts'

/**
 * Sum of what the outcomes of these sessions give, rectifications counted ([SE36]), `exceptItemId` left out. Only
 * awarding opinions carry money.
 */
export function awardedCents(sessions: readonly Session[], exceptItemId: string | null = null): Cents {
  const amounts = sessions.flatMap((session) =>
    effectiveOutcomes(session).map((outcome, index) =>
      session.agenda[index]?.id === exceptItemId ? zeroCents : (outcome?.amountCents ?? zeroCents),
    ),
  )
  return addCents(...amounts)
}
