import type { Cents } from '#shared/kernel/cents.ts'
import type { RecusalCounting } from '../committee/committee.ts'

/** A meeting (séance). Everything that happens in the room is a fact of this aggregate. */
export interface Session {
  readonly id: string
  readonly callId: string
  /** ISO date. */
  readonly date: string
  readonly place: string
  readonly convocation: { readonly date: string; readonly author: string } | null
  /** Second convocation after a lack of quorum: no quorum is asked (french-rules §1.2). */
  readonly secondConvocation: boolean
  readonly status: 'planned' | 'open' | 'closed'
  /** "HH:MM", local. */
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly chairId: string | null
  readonly secretaryId: string | null
  readonly agenda: readonly AgendaItem[]
  readonly attendance: Readonly<Record<string, Attendance>>
  readonly proxies: readonly Proxy[]
  /** General remarks of the debate, outside any dossier (« teneur des discussions »). */
  readonly discussion: string
  readonly closing: Closing | null
}

export interface AgendaItem {
  readonly id: string
  /** null for a free point. */
  readonly candidatureId: string | null
  readonly title: string
  readonly rapporteurId: string | null
  readonly debate: string
  /** What is being keyed on the item and is not decided yet, as the screen wrote it; empty when nothing is. */
  readonly draft: string
  readonly outcome: ItemOutcome | null
}

export interface Attendance {
  readonly status: 'present' | 'excused' | 'absent'
  /** In the room now. */
  readonly inRoom: boolean
  /** Arrivals and departures in the order they were keyed. */
  readonly movements: readonly Movement[]
}

export interface Movement {
  readonly kind: 'arrives' | 'leaves'
  readonly at: string
  /** The agenda item under way, or null. */
  readonly itemId: string | null
}

/** pouvoir */
export interface Proxy {
  readonly giverId: string
  readonly holderId: string
  /** ISO date of the written act. */
  readonly date: string
}

export type Opinion = 'favourable' | 'reserved' | 'unfavourable' | 'deferred' | 'inadmissible'

/** What was decided on an item, with the room as it was at that moment (never recomputed afterwards). */
export interface ItemOutcome {
  readonly opinion: Opinion
  readonly amountCents: Cents | null
  /** réserves, conditions */
  readonly conditions: string
  readonly rationale: { readonly legal: string; readonly factual: string }
  readonly vote: Vote | null
  readonly quorum: QuorumCount
  /** Everyone attending at that moment, by id; those in `recused` withdrew for the item and are taken out of the counts. */
  readonly presentIds: readonly string[]
  readonly recused: readonly {
    readonly memberId: string
    readonly leftAt: string
    readonly returnedAt: string
    readonly counting: RecusalCounting
  }[]
  /** Proxies that counted on this item. */
  readonly proxies: readonly Proxy[]
  readonly decidedAt: string
}

export interface Vote {
  readonly method: 'show-of-hands' | 'roll-call' | 'secret'
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly notTakingPart: number
  /** Member by member, for a public ballot; null otherwise. */
  readonly named: Readonly<Record<string, Ballot>> | null
  /** True when the chair's casting vote decided an equality. */
  readonly castingVote: boolean
  readonly adopted: boolean
  readonly disagreements: readonly { readonly memberId: string; readonly text: string }[]
}

export type Ballot = 'for' | 'against' | 'abstention' | 'not-taking-part'

/** The arithmetic of a quorum, so that a screen and the minutes show the same addition. */
export interface QuorumCount {
  readonly inOffice: number
  readonly present: number
  readonly represented: number
  /** Present as the rule counts them (recused taken out, proxies in or out). */
  readonly counted: number
  /** Members in office as the rule counts them. */
  readonly base: number
  /** Least number that reaches the quorum. */
  readonly required: number
  readonly reached: boolean
  /** False when the rule asks none (second convocation). */
  readonly applies: boolean
}

export interface Closing {
  /** Number of the minutes, e.g. « PV 2026-01 ». */
  readonly number: string
  /** SHA-256, hex, of the canonical JSON of the frozen SessionFacts. */
  readonly factsDigest: string
}
