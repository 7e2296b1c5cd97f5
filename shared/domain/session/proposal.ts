import type { Cents } from '#shared/kernel/cents.ts'
import type { FundingLine } from '../envelope/envelope.ts'
import type { Ballot, ItemOutcome, Vote } from './session.ts'

/** What the secretary keys when an item is decided; the room, the quorum and the result of the vote are added to it. */
export interface Proposal extends Pick<ItemOutcome, 'opinion' | 'conditions' | 'rationale'> {
  readonly itemId: string
  readonly amountCents: Cents | null
  readonly vote: VoteProposal | null
  /** "HH:MM" of the decision. */
  readonly at: string
  /** Kept in reserve, without amount. Absent: no. */
  readonly waitingList?: boolean
  /** Why it departs from the ranking. Absent: nothing was keyed. */
  readonly departure?: string
  /** Which envelopes bring the amount. Absent: the money of the call is undivided. */
  readonly funding?: readonly FundingLine[]
  /**
   * Hours at which recused members left and came back, by member id. Not needed for a member whose departure was
   * keyed as a movement naming this item.
   */
  readonly recusedHours?: Readonly<Record<string, { readonly leftAt: string; readonly returnedAt: string }>>
}

export interface VoteProposal
  extends Pick<
    Vote,
    'method' | 'for' | 'against' | 'abstention' | 'notTakingPart' | 'named' | 'disagreements'
  > {
  /**
   * The chair's own ballot, already in the counts; read on an equality only, and only when no name is recorded. Null
   * under secret ballot or when the chair does not vote.
   */
  readonly chairBallot: Ballot | null
  /**
   * The chair was shown that the literal reading of R133-11 refuses and holds the majority of expressed votes to be
   * enough ([CO7]). Absent or false: the literal reading stands.
   */
  readonly expressedMajorityAccepted?: boolean
  /** Blank and spoiled papers of a secret ballot. Absent: none. */
  readonly blank?: number
  readonly spoiled?: number
  /** Members who asked for this kind of ballot. Absent: nobody. */
  readonly requestedBy?: readonly string[]
}
