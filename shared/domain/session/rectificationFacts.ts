import type { InstanceType } from '../committee/committee.ts'
import type { Rectification } from './session.ts'
import type { PersonFacts } from './sessionFacts.ts'

/** Everything a rectifying act says, frozen when it is made: it names the minutes it corrects and never replaces them. Plain JSON. */
export interface RectificationFacts {
  readonly format: 1
  /** e.g. « PV-2026-001-R1 ». */
  readonly number: string
  /** Of the minutes corrected. */
  readonly sessionNumber: string
  /** SHA-256, hex, of their frozen facts. */
  readonly sessionDigest: string
  /** ISO date of the session. */
  readonly sessionDate: string
  /** ISO date of the rectification. */
  readonly date: string
  readonly instance: {
    readonly name: string
    readonly type: InstanceType
    readonly decidingAuthority: string
  }
  /** Null for an error outside any point. */
  readonly item: { readonly title: string; readonly number: number | null; readonly applicant: string } | null
  /** What held before, earlier rectifications included; both null when no outcome is corrected. */
  readonly before: Rectification['corrected']
  readonly after: Rectification['corrected']
  readonly reason: string
  readonly text: string
  /** Of the session corrected. */
  readonly chair: PersonFacts
  readonly secretary: PersonFacts
}
