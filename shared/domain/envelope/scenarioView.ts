import type { Cents } from '#shared/kernel/cents.ts'
import type { Opinion } from '../session/session.ts'
import type { FundedAward } from './allocate.ts'
import type { DepartureKind } from './departuresOf.ts'
import type { Envelope, FundingLine, Quota } from './envelope.ts'
import type { EnvelopeBalance } from './envelopeBalance.ts'
import type { Scenario } from './scenario.ts'

/** Everything the money screen of a call shows. JSON-clean: exact scores are texts. */
export interface ScenarioBoard {
  readonly callId: string
  readonly callName: string
  readonly envelopeCents: Cents | null
  readonly envelopes: readonly Envelope[]
  readonly quotas: readonly Quota[]
  /** In rank order, the unranked last. */
  readonly rows: readonly ScenarioRow[]
  readonly scenarios: readonly ScenarioView[]
  /** What the sessions of the call gave so far. */
  readonly decidedBalance: EnvelopeBalance
  /** What freed money would allow, in rank order; proposals, never decisions. */
  readonly waitingList: readonly WaitingListRow[]
}

/** A candidature as every scenario reads it. */
export interface ScenarioRow {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly title: string
  readonly theme: string
  readonly departmentCode: string | null
  readonly rank: number | null
  /** Of 100, two decimals, dot. */
  readonly score: string | null
  readonly selectable: boolean
  readonly requestedCents: Cents | null
  readonly eligibleBaseCents: Cents | null
  readonly minimumViableCents: Cents | null
  readonly maximumUsefulCents: Cents | null
  /** The most that the rules and the useful amount allow; null when it cannot be said. */
  readonly mostCents: Cents | null
  readonly byRank: FundedAward
  /** What was decided in session, null before. */
  readonly decided: {
    readonly opinion: Opinion
    readonly amountCents: Cents
    readonly funding: readonly FundingLine[]
    readonly waitingList: boolean
  } | null
}

export interface ScenarioView extends Pick<Scenario, 'id' | 'name' | 'origin' | 'status' | 'adoptedIn'> {
  /** Only candidatures that have a line. */
  readonly lines: readonly ScenarioLineView[]
  readonly totals: ScenarioTotals
  readonly balance: EnvelopeBalance
  readonly departures: readonly DepartureView[]
}

export interface ScenarioLineView {
  readonly candidatureId: string
  readonly amountCents: Cents
  /** Share of the eligible base, rounded half up; null without base. */
  readonly rateBasisPoints: number | null
  readonly funding: readonly FundingLine[]
  readonly reason: string
}

export interface ScenarioTotals {
  readonly funded: number
  readonly amountCents: Cents
  /** Sum of the exact scores of the funded candidatures, two decimals, dot. */
  readonly score: string
}

export interface DepartureView {
  readonly candidatureId: string
  readonly kind: DepartureKind
  /** French, one sentence. */
  readonly sentence: string
  /** Empty while nobody gave it. */
  readonly reason: string
}

export interface WaitingListRow {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly rank: number | null
  readonly status: 'within' | 'partial'
  readonly amountCents: Cents
  readonly funding: readonly FundingLine[]
  /** French, one sentence. */
  readonly sentence: string
}

export interface ScenarioComparison {
  readonly left: ScenarioView
  readonly right: ScenarioView
  /** Only the candidatures that do not receive the same from both, in rank order. */
  readonly rows: readonly ComparisonRow[]
}

export interface ComparisonRow {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly title: string
  readonly rank: number | null
  readonly leftCents: Cents
  readonly rightCents: Cents
}

export interface OptimumReport {
  readonly byRank: ScenarioTotals
  readonly optimum: ScenarioTotals
  /** Left: by rank; right: best total. Only where they differ. */
  readonly rows: readonly ComparisonRow[]
  /** French sentences, in order, that say how the two differ. */
  readonly sentences: readonly string[]
}
