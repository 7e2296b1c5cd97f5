import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkBallotRequest } from '../committee/checkBallotRequest.ts'
import type { InstanceType } from '../committee/committee.ts'
import { voteOutcome } from '../committee/voteOutcome.ts'
import type { VoteProposal } from './proposal.ts'
import type { Ballot, ItemKind, Vote } from './session.ts'

/**
 * [SE7] A vote as recorded: its figures must be those of the voters (present, not recused, plus usable proxies); a
 * roll call names each one, a secret ballot names nobody. Blank and spoiled papers exist in a secret ballot only: they
 * are of the voters and outside the votes cast.
 *
 * Refusals: `session.vote-count` with `expected`, `counted`; `session.vote-names` with `missing`, `unexpected`
 * (member ids) or `differing` (ballots whose total is not the figure); `input.invalid` (papers in a public vote);
 * `checkBallotRequest`'s; `session.vote-literal-reading` with the figures.
 */
export function countVote(
  vote: VoteProposal,
  voters: {
    readonly type: InstanceType
    readonly kind: ItemKind
    readonly ids: readonly string[]
    /** Those of them who are in the room. */
    readonly inPersonIds: readonly string[]
    /** The chair, when presiding over this item; else null and `chairBallot` is not read. */
    readonly chairId: string | null
  },
): Result<Vote> {
  const { blank = 0, spoiled = 0, requestedBy = [] } = vote
  const counted = vote.for + vote.against + vote.abstention + vote.notTakingPart + blank + spoiled
  if (counted !== voters.ids.length) {
    return refuse('session.vote-count', { expected: voters.ids.length, counted })
  }
  if (vote.method !== 'secret' && blank + spoiled > 0) {
    return refuse('input.invalid', { reason: 'il n’y a de bulletins blancs ou nuls qu’au scrutin secret' })
  }
  const names = checkNames(vote, voters.ids)
  if (!names.ok) return names
  const request = checkBallotRequest({ method: vote.method, requestedBy }, voters)
  if (!request.ok) return request
  const outcome = voteOutcome({
    type: voters.type,
    method: vote.method,
    counts: vote,
    chairVote: voters.chairId === null ? null : (vote.named?.[voters.chairId] ?? vote.chairBallot),
  })
  if (outcome.literalReadingRefuses && vote.expressedMajorityAccepted === undefined) {
    const { for: inFavour, against, abstention } = vote
    return refuse('session.vote-literal-reading', { for: inFavour, against, abstention })
  }
  const { method, for: inFavour, against, abstention, notTakingPart, named, disagreements } = vote
  return ok({
    method,
    for: inFavour,
    against,
    abstention,
    notTakingPart,
    blank,
    spoiled,
    requestedBy,
    named,
    castingVote: outcome.castingVote,
    adopted: outcome.adopted || (outcome.literalReadingRefuses && vote.expressedMajorityAccepted === true),
    disagreements,
  })
}

function checkNames(vote: VoteProposal, voterIds: readonly string[]): Result<null> {
  const { named } = vote
  if (vote.method === 'secret') {
    return named === null
      ? ok(null)
      : refuse('session.vote-names', { missing: [], unexpected: Object.keys(named).sort(), differing: [] })
  }
  if (named === null) {
    return vote.method === 'roll-call'
      ? refuse('session.vote-names', { missing: voterIds, unexpected: [], differing: [] })
      : ok(null)
  }
  const missing = voterIds.filter((id) => named[id] === undefined)
  const unexpected = Object.keys(named).filter((id) => !voterIds.includes(id))
  const ballots = Object.values(named)
  const figures: Readonly<Record<Ballot, number>> = {
    for: vote.for,
    against: vote.against,
    abstention: vote.abstention,
    'not-taking-part': vote.notTakingPart,
  }
  const differing = (Object.keys(figures) as Ballot[]).filter(
    (ballot) => ballots.filter((cast) => cast === ballot).length !== figures[ballot],
  )
  return missing.length + unexpected.length + differing.length === 0
    ? ok(null)
    : refuse('session.vote-names', { missing, unexpected, differing })
}
