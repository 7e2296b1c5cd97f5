import { type Cents, cents, zeroCents } from '#shared/kernel/cents.ts'
import { isAward } from '../decision/isAward.ts'
import type { FundingLine } from '../envelope/envelope.ts'
import type { ItemOutcome, Rectification, Session } from './session.ts'

/** [SE36] What holds of a point: its outcome with the last rectification that corrects it. Null while undecided or unknown. */
export const effectiveOutcome = (session: Session, itemId: string): ItemOutcome | null =>
  rectified(
    session.agenda.find(({ id }) => id === itemId)?.outcome ?? null,
    session.rectifications.findLast((one) => one.itemId === itemId && one.corrected !== null),
  )

/** The same for every point at once, in the order of the agenda. */
export function effectiveOutcomes(session: Session): readonly (ItemOutcome | null)[] {
  const last = new Map(
    session.rectifications.flatMap((one) =>
      one.itemId !== null && one.corrected !== null ? [[one.itemId, one] as const] : [],
    ),
  )
  return session.agenda.map(({ id, outcome }) => rectified(outcome, last.get(id)))
}

function rectified(
  outcome: ItemOutcome | null,
  rectification: Rectification | undefined,
): ItemOutcome | null {
  const corrected = rectification?.corrected ?? null
  if (outcome === null || corrected === null) return outcome
  return {
    ...outcome,
    ...corrected,
    // An amount serves it, another opinion sets it aside; the reasons alone leave it waiting.
    waitingList: outcome.waitingList && isAward(corrected.opinion) && (corrected.amountCents ?? 0) === 0,
    funding: fundingFor(outcome.funding, corrected.amountCents ?? zeroCents),
  }
}

/**
 * Who brings a corrected amount: the same envelopes, the difference borne by the last of them first. A rectification
 * that they could not bear was refused.
 */
function fundingFor(funding: readonly FundingLine[], amountCents: Cents): readonly FundingLine[] {
  const lines: FundingLine[] = []
  let left: number = amountCents
  for (const [index, line] of funding.entries()) {
    const share = index === funding.length - 1 ? left : Math.min(left, line.amountCents)
    if (share > 0) lines.push({ ...line, amountCents: cents(share) })
    left -= share
  }
  return lines
}
