import type { Cents } from '#shared/kernel/cents.ts'
import type { Call } from '../call/call.ts'
import type { Candidature } from '../candidature/candidature.ts'
import type { Committee, Member, Recusal } from '../committee/committee.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Given } from '../envelope/envelopeBalance.ts'
import type { Scenario } from '../envelope/scenario.ts'
import type { Grid } from '../grid/grid.ts'
import type { Ranking } from '../ranking/ranking.ts'
import type { Sheet } from '../scoring/sheet.ts'
import type { Session } from './session.ts'
import type { SessionFacts } from './sessionFacts.ts'
import type { NoticeVerdict } from './sessionView.ts'

/** Everything the minutes need, loaded by the use case at the moment of the closing. */
export interface FactsInput {
  readonly committee: Committee
  readonly members: readonly Member[]
  readonly call: Call
  /** With the SHA-256 hex of its `gridContent`; null when the call has no grid. */
  readonly grid: { readonly grid: Grid; readonly contentHash: string } | null
  /** Of the call, in any order. */
  readonly candidatures: readonly Candidature[]
  readonly dossiers: readonly Dossier[]
  readonly recusals: readonly Recusal[]
  /** Null when nothing was marked and nothing is to be annexed but the list of outcomes. */
  readonly ranking: Ranking | null
  /** Open, complete; not closed yet. */
  readonly session: Session
  /** Given at the closing. */
  readonly number: string
  /** "HH:MM" of the closing. */
  readonly closedAt: string
  /** ISO date of the first, failed convocation; asked for when the session is a second one. */
  readonly firstConvocationDate: string | null
  /** What the other sessions of the call gave (`awardedCents`). */
  readonly awardedElsewhereCents: Cents
  readonly annexes: SessionFacts['annexes']
  /** Of the call, on the grid of the call; absent: the facts say nothing of the marking. */
  readonly sheets?: readonly Sheet[]
  /** What the other sessions of the call gave, part by part; absent: nothing. */
  readonly givenElsewhere?: readonly Given[]
  /** Candidatures that another session of the call put on the waiting list. */
  readonly waitingElsewhere?: readonly string[]
  /** Candidatures whose award departs from the ranking, each owing a reason. */
  readonly departingIds?: readonly string[]
  /** The scenario adopted in this session. */
  readonly scenario?: Scenario | null
  readonly notice?: NoticeVerdict | null
  readonly openChecks?: SessionFacts['openChecks']
  /** Reasons of the corrections before the closing, by id of the item, oldest first. */
  readonly corrections?: Readonly<Record<string, readonly string[]>>
}
