import type { Cents } from '#shared/kernel/cents.ts'
import type { FundingLine } from './envelope.ts'

/** A what-if on the amounts of a call. It decides nothing until it is adopted, and even then each point is voted. */
export interface Scenario {
  readonly id: string
  readonly callId: string
  readonly name: string
  /** What it was made from: `ranking` serves in rank order, `best-total` is the optimum under the envelope. */
  readonly origin: 'ranking' | 'best-total' | 'copy' | 'blank'
  /** By candidature id; a candidature that is not there receives nothing. */
  readonly lines: Readonly<Record<string, ScenarioLine>>
  readonly status: 'draft' | 'adopted' | 'set-aside'
  /** The session that adopted it, null before, or outside a session. */
  readonly adoptedIn: string | null
}

export interface ScenarioLine {
  readonly amountCents: Cents
  /** Empty when the money of the call is undivided; else sums to the amount. */
  readonly funding: readonly FundingLine[]
  /** Why it departs from the ranking; empty when it does not. */
  readonly reason: string
}
