import type { Cents } from '#shared/kernel/cents.ts'
import type { Committee, Member } from '../committee/committee.ts'
import type { QuorumCount, Session } from './session.ts'

/** A session with everything its screen shows at once. */
export interface SessionView {
  readonly session: Session
  readonly committee: Committee
  readonly members: readonly Member[]
  readonly callName: string
  readonly quorum: QuorumCount
  readonly envelope: {
    readonly totalCents: Cents | null
    readonly awardedCents: Cents
    readonly remainingCents: Cents | null
  }
  readonly items: readonly SessionItemView[]
  /** French sentences: what still prevents the closing. Empty when it may close. */
  readonly closingBlockers: readonly string[]
}

export interface SessionItemView {
  readonly itemId: string
  readonly candidatureId: string | null
  readonly number: number | null
  readonly title: string
  readonly applicant: string
  readonly requestedCents: Cents | null
  readonly eligibleBaseCents: Cents | null
  readonly rank: number | null
  readonly score: string | null
  /** What the ranking proposes under the envelope. */
  readonly proposedCents: Cents
  readonly recusedIds: readonly string[]
  /** Quorum if the item were decided now. */
  readonly quorum: QuorumCount
}
