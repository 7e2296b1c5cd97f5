import { cents } from '#shared/kernel/cents.ts'
import type { ItemFacts } from '../../session/sessionFacts.ts'
import { decisionFacts } from '../dossier/decisionFacts.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { isServed } from './pointFields.ts'

/**
 * [RE7] The session as its rectifying acts have it read: an act that follows must not award what was corrected, nor differ
 * from the letters, which read it the same way. What was frozen stays as it was.
 */
export function rectifiedFacts(facts: FollowUpFacts): FollowUpFacts {
  const { session, rectifications } = facts
  if (rectifications.length === 0) return facts
  const items = session.items.map((item) => rectifiedItem(facts, item))
  const change = givenBy(items) - givenBy(session.items)
  const { awardedCents, remainingCents } = session.totals
  return {
    ...facts,
    session: {
      ...session,
      items,
      totals: {
        ...session.totals,
        awardedCents: cents(awardedCents + change),
        remainingCents: remainingCents === null ? null : cents(remainingCents - change),
      },
    },
  }
}

function rectifiedItem(
  { session, sessionDigest, rectifications }: FollowUpFacts,
  item: ItemFacts,
): ItemFacts {
  const { outcome, candidature } = item
  const isCorrected = rectifications.some(
    ({ item: of, after }) => after !== null && of !== null && of.number === candidature?.number,
  )
  const held = isCorrected
    ? decisionFacts({
        facts: session,
        digest: sessionDigest,
        rectifications,
        item,
        eligibleBaseCents: candidature?.eligibleBaseCents ?? null,
      })
    : null
  if (outcome === null || held === null) return item
  const { opinion, amountCents, rateBasisPoints, conditions, rationale, waitingList, waitingRank } = held
  return {
    ...item,
    outcome: {
      ...outcome,
      opinion,
      amountCents,
      rateBasisPoints,
      conditions,
      rationale,
      waitingList,
      waitingRank,
    },
  }
}

const givenBy = (items: readonly ItemFacts[]): number =>
  items.reduce((sum, item) => sum + (isServed(item) ? (item.outcome?.amountCents ?? 0) : 0), 0)
