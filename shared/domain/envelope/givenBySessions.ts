import { zeroCents } from '#shared/kernel/cents.ts'
import { effectiveOutcomes } from '../session/effectiveOutcome.ts'
import type { Session } from '../session/session.ts'
import type { FundingFacts } from './admits.ts'
import type { Given } from './envelopeBalance.ts'

/**
 * [EN9] What these sessions gave, rectifications counted, `exceptItemId` left out. `factsOf`: what reserves and ceilings
 * read of a candidature.
 */
export const givenBySessions = (
  sessions: readonly Session[],
  factsOf: (candidatureId: string | null) => FundingFacts,
  exceptItemId: string | null = null,
): readonly Given[] =>
  sessions.flatMap((session) =>
    effectiveOutcomes(session).flatMap((outcome, index): readonly Given[] => {
      const item = session.agenda[index]
      const amountCents = outcome?.amountCents ?? zeroCents
      return outcome === null || item === undefined || item.id === exceptItemId || amountCents === 0
        ? []
        : [{ facts: factsOf(item.candidatureId), amountCents, funding: outcome.funding }]
    }),
  )
