import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { type AllocationMoney, allocate } from './allocate.ts'
import type { FundingLine } from './envelope.ts'
import type { Given } from './envelopeBalance.ts'
import type { RankedEntry } from './rankedEntry.ts'

/** What the sessions did with a candidature so far; undecided ones are not there. */
export interface DecidedAward {
  readonly amountCents: Cents
  readonly funding: readonly FundingLine[]
  /** Kept in reserve, to be served if money frees. */
  readonly waitingList: boolean
}

export interface WaitingListProposal {
  readonly candidatureId: string
  /** `within`: its award in full; `partial`: what remains, viable at least. */
  readonly status: 'within' | 'partial'
  readonly amountCents: Cents
  readonly funding: readonly FundingLine[]
}

/**
 * [EN14] Who on the waiting list the money that is free now could serve, in rank order, and with how much. Money that
 * the ranking holds for candidatures not decided yet stays theirs. Proposals, never decisions: nothing changes by itself.
 */
export function waitingListProposals(
  rules: AllocationMoney,
  ranked: readonly RankedEntry[],
  decided: ReadonlyMap<string, DecidedAward>,
): readonly WaitingListProposal[] {
  const given = ranked.flatMap((entry): readonly Given[] => {
    const award = decided.get(entry.candidatureId)
    return award && award.amountCents > 0 ? [{ facts: entry, ...award }] : []
  })
  const inLine = ranked.map((entry) => {
    const award = decided.get(entry.candidatureId)
    const isInLine = award === undefined || (award.waitingList && award.amountCents === 0)
    // The committee may keep in reserve what the rules set aside, never what left the running.
    const maybeServed = entry.selectable || (award !== undefined && entry.rank !== null)
    return { ...entry, selectable: isInLine && maybeServed }
  })
  return allocate(rules, inLine, given).flatMap((award, index): readonly WaitingListProposal[] => {
    const { status, amountCents, funding } = award
    const candidatureId = ranked[index]?.candidatureId ?? ''
    const waits = decided.get(candidatureId)?.waitingList ?? false
    const isServed = status === 'within' || status === 'partial'
    return waits && isServed && amountCents > zeroCents
      ? [{ candidatureId, status, amountCents, funding }]
      : []
  })
}
