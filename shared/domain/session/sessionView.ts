import type { Cents } from '#shared/kernel/cents.ts'
import type { Committee, Member, NoticeRuleId, Recusal } from '../committee/committee.ts'
import type { RankingProposal } from '../decision/departureOf.ts'
import type { Award } from '../ranking/ranking.ts'
import type { ClosingCheck, ClosingRecap } from './closingCheck.ts'
import type { ItemKind, QuorumCount, Session } from './session.ts'

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
  readonly closingChecks: readonly ClosingCheck[]
  readonly recap: ClosingRecap
  /** The delay of the convocation against the rule of the committee. */
  readonly notice: NoticeVerdict
  /** Recusals of the call, those set aside included. */
  readonly recusals: readonly Recusal[]
  /** Who on the waiting list could be served with the money now free, in rank order. */
  readonly waitingProposals: readonly {
    readonly candidatureId: string
    readonly number: number
    readonly applicant: string
    readonly rank: number | null
    readonly amountCents: number
    readonly isPartial: boolean
  }[]
  /** Each part of the money, when it is divided, and each ceiling. */
  readonly balances: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'envelope' | 'quota'
    readonly totalCents: number
    readonly givenCents: number
    readonly remainingCents: number
  }[]
  /** The scenario that amounts are proposed from, or null: the ranking. */
  readonly adoptedScenario: { readonly id: string; readonly name: string } | null
}

export interface NoticeVerdict {
  readonly rule: NoticeRuleId
  /** Clear days (jours francs) asked; null when no text asks for any. */
  readonly requiredDays: number | null
  /** Clear days left; null without convocation. */
  readonly givenDays: number | null
  readonly respected: boolean
  /** Last ISO date to send it for the date of the session; null when none is asked. */
  readonly latestSending: string | null
  /** French: the rule, its source, and what is missing. */
  readonly sentence: string
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
  readonly kind: ItemKind
  readonly recusedIds: readonly string[]
  /** What the ranking gives under the envelope, whatever a scenario says. */
  readonly rankingAward: Award['status'] | null
  /** What a decision on it is held against (`departureOf`); null for another kind of point, and while marks are sealed. */
  readonly heldAgainst: RankingProposal | null
  readonly minimumViableCents: Cents | null
  readonly maximumUsefulCents: Cents | null
  /** Marks of the point are keyed and not revealed yet: rank, score and proposal are hidden. */
  readonly isSealed: boolean
  /** How many sheets are filed, of how many expected from members not recused. */
  readonly sheetsFiled: number
  readonly sheetsExpected: number
  readonly gapAlert: boolean
  readonly tiedWith: readonly number[]
  /** Quorum if the item were decided now. */
  readonly quorum: QuorumCount
}
