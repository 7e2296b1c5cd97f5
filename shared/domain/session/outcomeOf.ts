import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { voterIds } from '../committee/voterIds.ts'
import { checkDecision } from '../decision/checkDecision.ts'
import { isAward } from '../decision/isAward.ts'
import { countVote } from './countVote.ts'
import type { Proposal } from './proposal.ts'
import type { Room } from './room.ts'
import type { ItemOutcome } from './session.ts'

/**
 * [SE7] The outcome of an item from what was keyed and the room as it was. Shared by the decision and its correction.
 *
 * Refusals: those of `checkDecision` and `countVote`; `session.vote-missing` (favourable, reserved or unfavourable
 * on a candidature without a vote, PV-09); `session.vote-not-adopted` (an award that the vote did not carry).
 */
export function outcomeOf(
  act: Proposal,
  snapshot: Pick<ItemOutcome, 'presentIds' | 'proxies' | 'quorum' | 'recused'>,
  about: ItemInRoom,
): Result<ItemOutcome> {
  const decision = checkDecision(act, about)
  if (!decision.ok) return decision
  const needsVote =
    about.candidatureId !== null && act.opinion !== 'deferred' && act.opinion !== 'inadmissible'
  if (act.vote === null && needsVote) return refuse('session.vote-missing', { opinion: act.opinion })
  const voters = voterIds({
    members: about.members,
    presentIds: snapshot.presentIds,
    recusedIds: about.recusedIds,
    proxies: snapshot.proxies,
    proxiesPerHolder: about.proxiesPerHolder,
  })
  // A chair who is away or recused on this item does not preside over it: no casting vote, not even by proxy.
  const chairId =
    about.chairId !== null &&
    snapshot.presentIds.includes(about.chairId) &&
    voters.ids.includes(about.chairId)
      ? about.chairId
      : null
  const vote = act.vote && countVote(act.vote, { type: about.instanceType, ids: voters.ids, chairId })
  if (vote && !vote.ok) return vote
  if (vote && !vote.value.adopted && isAward(act.opinion)) {
    const { for: inFavour, against, abstention } = vote.value
    return refuse('session.vote-not-adopted', { opinion: act.opinion, for: inFavour, against, abstention })
  }
  return ok({
    opinion: act.opinion,
    amountCents: act.amountCents,
    conditions: act.conditions,
    rationale: { legal: act.rationale.legal, factual: act.rationale.factual },
    vote: vote ? vote.value : null,
    quorum: snapshot.quorum,
    presentIds: snapshot.presentIds,
    recused: snapshot.recused,
    proxies: voters.proxies,
    decidedAt: act.at,
    waitingList: act.waitingList ?? false,
    departure: act.departure ?? '',
    funding: act.funding ?? [],
  })
}

/** An item among the people who decide it. */
export interface ItemInRoom extends Pick<Room, 'instanceType' | 'members' | 'proxiesPerHolder'> {
  readonly candidatureId: string | null
  /** Everyone recused on it, in the room or not. */
  readonly recusedIds: readonly string[]
  readonly chairId: string | null
  /** What the envelope holds, this item left out; null without envelope. */
  readonly remainingCents: Cents | null
}
