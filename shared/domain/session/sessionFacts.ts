import type { Cents } from '#shared/kernel/cents.ts'
import type { InstanceType, RecusalCounting } from '../committee/committee.ts'
import type { Ballot, Opinion, QuorumCount } from './session.ts'

/**
 * Everything the minutes, the ranking table and the decision record say, frozen at the closing. Plain JSON, names
 * already resolved, so that a document can be made again years later from this value alone. Money in cents, scores as
 * text already rounded for display plus their exact fraction.
 */
export interface SessionFacts {
  readonly format: 1
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
  /** "HH:MM". */
  readonly openedAt: string
  readonly closedAt: string
  readonly place: string
  readonly convocation: { readonly date: string; readonly author: string } | null
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
  /** Titles with SHA-256 of annexed pieces; the ranking table is always annexed. */
  readonly annexes: readonly { readonly title: string; readonly sha256: string | null }[]
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
  }[]
  readonly outcome: {
    readonly opinion: Opinion
    readonly amountCents: Cents | null
    /** Hundredths of a percent of the eligible base, when both are known. */
    readonly rateBasisPoints: number | null
    readonly conditions: string
    readonly rationale: { readonly legal: string; readonly factual: string }
    readonly quorum: QuorumCount
    readonly presentCount: number
    readonly vote: {
      readonly method: 'show-of-hands' | 'roll-call' | 'secret'
      readonly voters: number
      readonly for: number
      readonly against: number
      readonly abstention: number
      readonly notTakingPart: number
      readonly castingVote: boolean
      readonly named: readonly { readonly member: string; readonly ballot: Ballot }[] | null
      readonly disagreements: readonly { readonly member: string; readonly text: string }[]
    } | null
  } | null
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
  /** What the session gave, null when no outcome. */
  readonly awardedCents: Cents | null
  readonly opinion: Opinion | null
}
