import type { Session } from './session.ts'

/** A session as a list shows it. */
export interface SessionSummary {
  readonly id: string
  readonly callId: string
  readonly callName: string
  readonly date: string
  readonly place: string
  readonly status: Session['status']
  readonly items: number
  readonly decided: number
  readonly number: string | null
}
