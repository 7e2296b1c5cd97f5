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
  about: Room & { readonly candidatureId: string | null; readonly remainingCents: Cents | null },
): Result<ItemOutcome> {
  const decision = checkDecision(act, about)
  if (!decision.ok) return decision
  const needsVote =
    about.candidatureId !== null && act.opinion !== 'deferred' && act.opinion !== 'inadmissible'
  if (act.vote === null && needsVote) return refuse('session.vote-missing', { opinion: act.opinion })
  const voters = voterIds({
    type: about.instanceType,
    members: about.members,
    presentIds: snapshot.presentIds,
    recusedIds: effectivelyRecusedIds(about),
    proxies: snapshot.proxies,
  })
  const vote = act.vote && countVote(act.vote, { type: about.instanceType, ids: voters.ids })
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
  })
}

const effectivelyRecusedIds = (
  about: Pick<Room, 'recusals'> & { readonly candidatureId: string | null },
): readonly string[] =>
  about.recusals
    .filter((recusal) => recusal.candidatureId === about.candidatureId && recusal.status === 'effective')
    .map((recusal) => recusal.memberId)
