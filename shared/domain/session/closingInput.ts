import type { AllocationRules } from '../call/call.ts'
import type { Candidature } from '../candidature/candidature.ts'
import type { Member, Recusal } from '../committee/committee.ts'
import type { EnvelopeBalance } from '../envelope/envelopeBalance.ts'
import type { Ranking } from '../ranking/ranking.ts'
import type { Session } from './session.ts'
import type { NoticeVerdict } from './sessionView.ts'
import type { SheetCount } from './sheetCounts.ts'

/** What the check list of the closing reads. */
export interface ClosingInput {
  readonly session: Session
  /** With the substitutes seated. */
  readonly members: readonly Member[]
  /** Of the call, those set aside included. */
  readonly recusals: readonly Recusal[]
  readonly rules: Pick<AllocationRules, 'maxRateBasisPoints' | 'capCents'>
  /** Of the call, by id. */
  readonly candidatures: ReadonlyMap<string, Candidature>
  readonly ranking: Ranking | null
  readonly sheets: ReadonlyMap<string, SheetCount>
  /** Of every session of the call. */
  readonly balance: EnvelopeBalance
  readonly notice: NoticeVerdict
  /** Candidatures whose award departs from the ranking and its rules; those whose reason stands in the adopted scenario left out. */
  readonly departingIds: ReadonlySet<string>
  /** What the minutes lack, as French clauses (`missingInWords`, `missingItems`), outcomes left out. */
  readonly missing: readonly string[]
}
