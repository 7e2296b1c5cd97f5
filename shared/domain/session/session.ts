import type { Cents } from '#shared/kernel/cents.ts'
import type { RecusalCounting } from '../committee/committee.ts'
import type { FundingLine } from '../envelope/envelope.ts'

/** A meeting (séance). Everything that happens in the room is a fact of this aggregate. */
export interface Session {
  readonly id: string
  readonly callId: string
  /** ISO date. */
  readonly date: string
  /** "HH:MM" announced by the convocation; null when not fixed. */
  readonly startsAt: string | null
  readonly place: string
  readonly convocation: Convocation | null
  /** Second convocation after a lack of quorum: no quorum is asked (french-rules §1.2). */
  readonly secondConvocation: boolean
  /** Marks keyed in the room stay hidden until the point is revealed. */
  readonly sealedMarks: boolean
  readonly status: 'planned' | 'open' | 'closed'
  /** "HH:MM", local. */
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly chairId: string | null
  readonly secretaryId: string | null
  readonly agenda: readonly AgendaItem[]
  /** The point under way; null before the first and during a break without one. */
  readonly currentItemId: string | null
  /** Suspensions of the session. */
  readonly pauses: readonly Interval[]
  readonly attendance: Readonly<Record<string, Attendance>>
  /** Substitute who sits, by id of the full member replaced. */
  readonly substitutions: Readonly<Record<string, string>>
  readonly proxies: readonly Proxy[]
  /** How members came, for the expenses table. */
  readonly travels: Readonly<Record<string, Travel>>
  /** General remarks of the debate, outside any dossier (« teneur des discussions »). */
  readonly discussion: string
  /** Why a check of the closing may stay open, by code of the check. */
  readonly explanations: Readonly<Record<string, string>>
  readonly closing: Closing | null
  /** Where the minutes stand after the closing (L2121-15). */
  readonly minutes: MinutesState
  /** The act that follows from the session: resolution, order, decision; null before it is known. */
  readonly act: DecisionAct | null
  /** Acts that correct closed minutes, oldest first; what was frozen stays as it was. */
  readonly rectifications: readonly Rectification[]
}

export interface Convocation {
  /** ISO date of sending. */
  readonly date: string
  readonly author: string
  readonly sentBy: 'post' | 'e-mail' | 'hand' | 'platform' | null
  /** What proves the sending: number of the registered letter, receipt… Empty when nothing was kept. */
  readonly proof: string
}

/** "HH:MM:SS" of one day; `to` null: still running. */
export interface Interval {
  readonly from: string
  readonly to: string | null
}

/** What is on the agenda. A hearing or a milestone review bears no amount. */
export type ItemKind = 'candidature' | 'free' | 'hearing' | 'milestone'

export interface AgendaItem {
  readonly id: string
  readonly kind: ItemKind
  /** null for a free point only. */
  readonly candidatureId: string | null
  readonly title: string
  readonly rapporteurId: string | null
  readonly plannedMinutes: number | null
  /** Points of one theme are examined together. Empty: none. */
  readonly theme: string
  /** Somebody from outside is awaited at this hour. */
  readonly slot: { readonly at: string; readonly guest: string } | null
  /** Who asks the questions of a hearing. */
  readonly questionerId: string | null
  readonly debate: string
  /** What is being keyed on the item and is not decided yet, as the screen wrote it; empty when nothing is. */
  readonly draft: string
  /** When the point was under way, one interval for each time it was taken up. */
  readonly runs: readonly Interval[]
  /** "HH:MM" at which the sealed marks of the point were shown; null while they are not. */
  readonly marksRevealedAt: string | null
  readonly outcome: ItemOutcome | null
  /** How often the outcome was corrected before the closing, corrections taken back not counted; absent: never. */
  readonly corrected?: number
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
  /** The signed paper was seen. */
  readonly signed: boolean
}

/** One journey to the session and back. */
export interface Travel {
  readonly mode: 'own-vehicle' | 'car-sharing' | 'public-transport' | 'none'
  /** There and back, whole kilometres; read for one's own vehicle only. */
  readonly kilometres: number
  /** puissance fiscale */
  readonly fiscalHorsepower: number | null
}

/** rectificatif: names the minutes it corrects and never replaces what was frozen. */
export interface Rectification {
  /** e.g. « PV-2026-001-R1 ». */
  readonly number: string
  /** ISO date. */
  readonly date: string
  readonly reason: string
  /** The point corrected, null for an error outside any point. */
  readonly itemId: string | null
  readonly corrected: Pick<ItemOutcome, 'opinion' | 'amountCents' | 'conditions' | 'rationale'> | null
  /** What is to be read instead, in words. */
  readonly text: string
  /** SHA-256, hex, of the canonical JSON of the frozen RectificationFacts. */
  readonly factsDigest: string
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
  /** Kept in reserve: to be served if money frees, in rank order. Bears no amount. */
  readonly waitingList: boolean
  /** Why the decision departs from the ranking; empty when it does not. */
  readonly departure: string
  /** Which envelopes bring the amount; empty when the money of the call is undivided. */
  readonly funding: readonly FundingLine[]
}

export interface Vote {
  readonly method: 'show-of-hands' | 'roll-call' | 'secret'
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly notTakingPart: number
  /** Blank and spoiled papers of a secret ballot; outside the votes cast. 0 for a public one. */
  readonly blank: number
  readonly spoiled: number
  /** Members who asked for this kind of ballot (L2121-21); empty when nobody did. */
  readonly requestedBy: readonly string[]
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

/**
 * brouillon → soumis → arrêté → signé → publié: each step has its ISO date, null before it. Only minutes that were
 * settled (arrêté, at the beginning of a later session) can be signed; publication is due within the week.
 */
export interface MinutesState {
  readonly submittedOn: string | null
  readonly settledOn: string | null
  readonly signedOn: string | null
  /** Names of the signatories; empty before. */
  readonly signedBy: readonly string[]
  readonly publishedOn: string | null
  /** Where they were published; empty before. */
  readonly publishedAt: string
}

export const draftMinutes: MinutesState = {
  submittedOn: null,
  settledOn: null,
  signedOn: null,
  signedBy: [],
  publishedOn: null,
  publishedAt: '',
}

export interface DecisionAct {
  readonly nature: 'deliberation' | 'arrete' | 'decision'
  readonly number: string
  /** ISO date. */
  readonly date: string
  /** Who decided: « le conseil municipal de … », « le préfet du … ». */
  readonly authority: string
  /** ISO dates: transmission to the préfet, publication; null before. */
  readonly transmittedOn: string | null
  readonly publishedOn: string | null
}

export interface Closing {
  /** Number of the minutes, e.g. « PV 2026-01 ». */
  readonly number: string
  /** SHA-256, hex, of the canonical JSON of the frozen SessionFacts. */
  readonly factsDigest: string
}
