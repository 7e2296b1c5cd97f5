import { addCents, type Cents, zeroCents } from '#shared/kernel/cents.ts'
import type { Session } from '../session/session.ts'

/** Sum of what the outcomes of these sessions give, `exceptItemId` left out. Only awarding opinions carry money. */
export function awardedCents(sessions: readonly Session[], exceptItemId: string | null = null): Cents {
  const amounts = sessions.flatMap((session) =>
    session.agenda
      .filter((item) => item.id !== exceptItemId)
      .map((item) => item.outcome?.amountCents ?? zeroCents),
  )
  return addCents(...amounts)
}
