import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { voterIds } from '../committee/voterIds.ts'
import { checkDecision, type ItemMoney } from '../decision/checkDecision.ts'
import { departureOf, type RankingProposal } from '../decision/departureOf.ts'
import { isAward } from '../decision/isAward.ts'
import { countVote } from './countVote.ts'
import type { Proposal } from './proposal.ts'
import type { Room } from './room.ts'
import type { ItemKind, ItemOutcome } from './session.ts'

/**
 * [SE7] The outcome of an item from what was keyed and the room as it was. Shared by the decision and its correction.
 *
 * Refusals: those of `checkDecision` and `countVote`; `decision.departure-reason-missing` with `kind` (`departureOf`);
 * `session.vote-missing` (favourable, reserved or unfavourable on a candidature or a milestone without a vote, PV-09; a
 * hearing may do without); `session.vote-not-adopted` (an award, or a go, that the vote did not carry).
 */
export function outcomeOf(
  act: Proposal,
  snapshot: Pick<ItemOutcome, 'presentIds' | 'proxies' | 'quorum' | 'recused'>,
  about: ItemInRoom,
): Result<ItemOutcome> {
  const decision = checkDecision(act, about)
  if (!decision.ok) return decision
  const departure = about.kind === 'candidature' ? departureOf(act, about.proposal) : null
  const reason = act.departure ?? ''
  if (departure !== null && reason.trim() === '')
    return refuse('decision.departure-reason-missing', { kind: departure })
  const needsVote =
    (about.kind === 'candidature' || about.kind === 'milestone') &&
    act.opinion !== 'deferred' &&
    act.opinion !== 'inadmissible'
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
  const represented = new Set(voters.proxies.map(({ giverId }) => giverId))
  const vote =
    act.vote &&
    countVote(act.vote, {
      type: about.instanceType,
      kind: about.kind,
      ids: voters.ids,
      inPersonIds: voters.ids.filter((id) => !represented.has(id)),
      chairId,
    })
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
    departure: departure === null ? '' : reason,
    funding: act.funding ?? [],
  })
}

/** An item among the people who decide it. */
export interface ItemInRoom extends Pick<Room, 'instanceType' | 'members' | 'proxiesPerHolder'>, ItemMoney {
  readonly kind: ItemKind
  /** Everyone recused on it, in the room or not. */
  readonly recusedIds: readonly string[]
  readonly chairId: string | null
  /** What the adopted scenario, or else the ranking, gives; null for a point that it does not know. */
  readonly proposal: RankingProposal | null
}

/** The room, with what an item may draw on and what was proposed for it. */
export type DecidingRoom = Room & ItemMoney & Pick<ItemInRoom, 'proposal'>
