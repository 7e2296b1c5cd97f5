import type { Cents } from '#shared/kernel/cents.ts'
import type { InstanceType, RecusalCounting } from '../committee/committee.ts'
import type { Scenario } from '../envelope/scenario.ts'
import type { Ballot, Convocation, ItemKind, Opinion, QuorumCount } from './session.ts'

/**
 * Everything the minutes, the ranking table and the decision record say, frozen at the closing. Plain JSON, names
 * already resolved, so that a document can be made again years later from this value alone. Money in cents, scores as
 * text already rounded for display plus their exact fraction. Read a frozen one through `readSessionFacts` only.
 */
export interface SessionFacts {
  /** As it was frozen. Whatever it says, what was read has every member below: format 1 is completed with neutral values. */
  readonly format: 1 | 2
  /** The texts of the debates and of the discussion are light markup. Absent: plain, as before there was any. */
  readonly markup?: 1
  readonly number: string
  readonly instance: {
    readonly name: string
    readonly type: InstanceType
    /** Empty when the committee itself decides. */
    readonly decidingAuthority: string
  }
  readonly call: {
    readonly name: string
    readonly scheme: string
    readonly fiscalYear: number
    readonly envelopeCents: Cents | null
    readonly maxRateBasisPoints: number | null
    readonly capCents: Cents | null
    readonly aggregation: 'mean' | 'median' | 'collegial'
    /** French sentences, in order. */
    readonly tieBreakers: readonly string[]
  }
  readonly grid: {
    readonly label: string
    readonly version: number
    /** SHA-256 hex of the grid's content. */
    readonly contentHash: string
    readonly criteria: readonly {
      readonly code: string
      readonly label: string
      readonly weight: number
      readonly scale: string
      readonly informative: boolean
    }[]
  } | null
  /** ISO date. */
  readonly date: string
  /** "HH:MM" announced by the convocation; null when not fixed. */
  readonly startsAt: string | null
  /** "HH:MM". */
  readonly openedAt: string
  readonly closedAt: string
  readonly place: string
  readonly convocation:
    | (Convocation & {
        /** Clear days asked and given; null when no text asks for any, or when nobody counted them. */
        readonly notice: {
          readonly requiredDays: number
          readonly givenDays: number
          readonly respected: boolean
        } | null
      })
    | null
  readonly secondConvocation: { readonly firstDate: string } | null
  readonly chair: PersonFacts
  readonly secretary: PersonFacts
  readonly members: readonly MemberFacts[]
  readonly proxies: readonly { readonly giver: string; readonly holder: string; readonly date: string }[]
  readonly openingQuorum: QuorumCount
  readonly movements: readonly {
    readonly member: string
    readonly kind: 'arrives' | 'leaves'
    readonly at: string
    readonly presentAfter: number
    readonly quorumReached: boolean
  }[]
  /** Suspensions, "HH:MM"; `to` null: the session was closed without being resumed. */
  readonly pauses: readonly IntervalFacts[]
  readonly agenda: readonly string[]
  readonly discussion: string
  readonly items: readonly ItemFacts[]
  readonly totals: {
    readonly candidatures: number
    readonly requestedCents: Cents
    readonly awardedCents: Cents
    readonly remainingCents: Cents | null
    readonly byOpinion: Readonly<Record<Opinion, number>>
  }
  readonly ranking: readonly RankingFacts[]
  /** Each part of the money after the session, other sessions of the call counted; empty when it is undivided. */
  readonly envelopes: readonly (BalanceFacts & { readonly funder: string; readonly fiscalYear: number })[]
  /** Ceilings by theme or territory. */
  readonly quotas: readonly BalanceFacts[]
  /** The scenario that the session adopted, beside what the ranking gives; null: none. */
  readonly scenario: {
    readonly name: string
    readonly origin: Scenario['origin']
    /** Where it gives something else than the ranking, in rank order. */
    readonly changes: readonly {
      readonly number: number
      readonly applicant: string
      readonly rankingCents: Cents
      readonly scenarioCents: Cents
      /** Empty when nobody was asked for one. */
      readonly reason: string
    }[]
  } | null
  /** Checks of the closing that stayed open, with what was written about them. */
  readonly openChecks: readonly { readonly sentence: string; readonly explanation: string }[]
  /** Titles with SHA-256 of annexed pieces; the ranking table is always annexed. */
  readonly annexes: readonly { readonly title: string; readonly sha256: string | null }[]
}

/** "HH:MM". */
export interface IntervalFacts {
  readonly from: string
  readonly to: string | null
}

export interface BalanceFacts {
  readonly label: string
  readonly totalCents: Cents
  readonly givenCents: Cents
  readonly remainingCents: Cents
}

export interface PersonFacts {
  /** « Prénom Nom » */
  readonly name: string
  /** qualité */
  readonly capacity: string
}

export interface MemberFacts extends PersonFacts {
  readonly role: 'chair' | 'secretary' | 'member'
  readonly voice: 'deliberative' | 'consultative'
  readonly attendance: 'present' | 'excused' | 'absent' | 'represented'
  /** "HH:MM" of late arrival or early departure, else null. */
  readonly arrivedAt: string | null
  readonly leftAt: string | null
  /** The full member whose place this substitute took; null for anybody else. */
  readonly replaces: string | null
}

export interface CandidatureFacts {
  readonly number: number
  readonly applicant: string
  /** SIRET, else SIREN, else empty. */
  readonly identifier: string
  readonly department: string
  readonly project: string
  readonly eligibleBaseCents: Cents | null
  readonly taxBasis: 'HT' | 'TTC' | null
  readonly requestedCents: Cents | null
  /** Of 100 with two decimals and a dot, e.g. "74.00"; null when not ranked. */
  readonly score: string | null
  readonly rank: number | null
}

export interface ItemFacts {
  readonly kind: ItemKind
  readonly title: string
  /** null for a free point. */
  readonly candidature: CandidatureFacts | null
  readonly rapporteur: string | null
  readonly debate: string
  readonly recusals: readonly {
    readonly member: string
    readonly capacity: string
    readonly leftAt: string
    readonly returnedAt: string
    readonly counting: RecusalCounting
    /** What the chair held of it; null when nobody wrote it down. The reason is private and never here. */
    readonly status: 'to-assess' | 'confirmed' | null
  }[]
  /** A guest who was heard; null but for a hearing. */
  readonly hearing: {
    readonly guest: string
    readonly questioner: string | null
    readonly plannedMinutes: number | null
  } | null
  /** When the point was under way. */
  readonly runs: readonly IntervalFacts[]
  /** How it was marked; null for what is not, and when nobody wrote it down. */
  readonly marks: MarksFacts | null
  readonly outcome: {
    readonly opinion: Opinion
    readonly amountCents: Cents | null
    /** Hundredths of a percent of the eligible base, when both are known. */
    readonly rateBasisPoints: number | null
    readonly conditions: string
    readonly rationale: { readonly legal: string; readonly factual: string }
    readonly quorum: QuorumCount
    readonly presentCount: number
    readonly waitingList: boolean
    /** Place on the waiting list of the call, from 1; null when it is not on it, or has no rank. */
    readonly waitingRank: number | null
    /** Why the decision departs from the ranking; empty when it does not. */
    readonly departure: string
    /** The award is not what the ranking and its rules give: a reason is owed. */
    readonly departs: boolean
    /** By label of the envelope; empty when the money is undivided. */
    readonly funding: readonly { readonly envelope: string; readonly amountCents: Cents }[]
    /** Reasons of the corrections made before the closing, oldest first; an empty text: no reason is known. */
    readonly corrections: readonly string[]
    readonly vote: {
      readonly method: 'show-of-hands' | 'roll-call' | 'secret'
      readonly voters: number
      readonly for: number
      readonly against: number
      readonly abstention: number
      readonly notTakingPart: number
      /** Papers of a secret ballot, outside the votes cast. */
      readonly blank: number
      readonly spoiled: number
      /** Names of those who asked for this kind of ballot. */
      readonly requestedBy: readonly string[]
      readonly castingVote: boolean
      readonly named: readonly { readonly member: string; readonly ballot: Ballot }[] | null
      readonly disagreements: readonly { readonly member: string; readonly text: string }[]
    } | null
  } | null
}

export interface MarksFacts {
  readonly mode: 'named' | 'collegial'
  /** Keyed in the room and hidden until they were shown. */
  readonly sealed: boolean
  /** "HH:MM"; null when they were never hidden, or never shown. */
  readonly revealedAt: string | null
  readonly filed: number
  readonly expected: number
  /** Printed sheets signed by their author. */
  readonly countersigned: number
  /** Names of those whose sheet was expected and not filed; empty for a collegial mark. */
  readonly missing: readonly string[]
}

export interface RankingFacts extends CandidatureFacts {
  /** Exact total as "num/den", null when not ranked. */
  readonly exactScore: string | null
  readonly tiedWith: readonly number[]
  readonly decidedBy: string | null
  readonly knockedOutBy: readonly string[]
  readonly belowMinimum: boolean
  readonly proposal: 'within' | 'partial' | 'waiting' | 'not-selected'
  readonly proposedCents: Cents
  /** Waits after the cut line although the money left would have covered it in full. */
  readonly wouldHaveFitted: boolean
  /** Place on the waiting list of the call, from 1; null when the session did not put it there. */
  readonly waitingRank: number | null
  /** What the session gave, null when no outcome. */
  readonly awardedCents: Cents | null
  readonly opinion: Opinion | null
}
