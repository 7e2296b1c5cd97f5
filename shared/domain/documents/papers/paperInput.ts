import type { Call } from '../../call/call.ts'
import type { Candidature } from '../../candidature/candidature.ts'
import type { Committee, Member, Recusal } from '../../committee/committee.ts'
import type { Dossier } from '../../dossier/dossier.ts'
import type { Grid } from '../../grid/grid.ts'
import type { Session } from '../../session/session.ts'
import type { PaperHead } from './paperHead.ts'

/** What the papers of a session are made from, as it is now. */
export interface PaperInput {
  readonly committee: Committee
  /** All, substitutes not seated. */
  readonly members: readonly Member[]
  readonly call: Call
  readonly grid: Grid | null
  readonly candidatures: readonly Candidature[]
  readonly dossiers: readonly Dossier[]
  /** Of the call, those set aside included. */
  readonly recusals: readonly Recusal[]
  readonly session: Session
  /** Clear days that the convocation owes; null when no text asks for any. */
  readonly requiredDays: number | null
  /** ISO date of the session that lacked its quorum, when this one is a second convocation. */
  readonly firstConvocationDate: string | null
}

export const headOf = ({ committee, call, session }: PaperInput): PaperHead => ({
  instance: { name: committee.name, type: committee.instanceType },
  callName: call.name,
  date: session.date,
  startsAt: session.startsAt ?? session.openedAt,
  place: session.place,
  status: session.status,
})
