import type { Ballot, Vote } from '../session/session.ts'
import type { InstanceType } from './committee.ts'
import { quorumRule } from './quorumRule.ts'

export interface VoteCount {
  readonly type: InstanceType
  readonly method: Vote['method']
  readonly counts: Pick<Vote, 'for' | 'against' | 'abstention'> &
    // Papers of a secret ballot; absent: none.
    Partial<Pick<Vote, 'blank' | 'spoiled'>>
  /** How the chair voted, in the counts already; null when the chair does not vote or is recused. */
  readonly chairVote: Ballot | null
}

export interface VoteOutcome {
  readonly adopted: boolean
  /** The chair's voice decided an equality, one way or the other. */
  readonly castingVote: boolean
  /** Equality that nothing decided: secret ballot, or the chair did not vote for or against. */
  readonly tied: boolean
  /**
   * More votes for than against, yet not a majority of those present or represented. The literal reading of R133-11
   * refuses (`adopted` is false); the chair must be told, the program does not decide alone ([CO7], vector 5/1/4).
   */
  readonly literalReadingRefuses: boolean
}

/**
 * [CO6] Councils, internal commissions, juries: majority of suffrages exprimés. Committees of the State and DETR:
 * majority of the members present or represented, abstentions in the base. So are blank and spoiled papers: those who
 * put them in the box are present, and R133-11 counts the members, not the votes cast [J]. On equality the chair's voice
 * prevails, except under secret ballot. Those who take no part are outside every count.
 */
export function voteOutcome({ type, method, counts, chairVote }: VoteCount): VoteOutcome {
  const equal = counts.for === counts.against
  const castingVote = equal && method !== 'secret' && (chairVote === 'for' || chairVote === 'against')
  const carried = counts.for > counts.against || (castingVote && chairVote === 'for')
  const tied = equal && !castingVote
  if (quorumRule(type).majority === 'expressed') {
    return { adopted: carried, castingVote, tied, literalReadingRefuses: false }
  }
  const { blank = 0, spoiled = 0 } = counts
  const base = counts.for + counts.against + counts.abstention + blank + spoiled
  const literal = 2 * counts.for > base || (2 * counts.for === base && equal && carried)
  return { adopted: carried && literal, castingVote, tied, literalReadingRefuses: carried && !literal }
}
