import type { Ballot, Opinion } from '#shared/domain/session/session.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { MemberKey } from './meetingPeople.ts'

/** A number of candidature, or one of the other points of the agenda. */
export type PointKey = number | OtherPoint
export const otherPoints = ['hearing', 'milestone', 'free'] as const
export type OtherPoint = (typeof otherPoints)[number]

export interface VoteWish {
  readonly method: 'show-of-hands' | 'roll-call' | 'secret'
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly blank: number
  readonly spoiled: number
  readonly requestedBy: readonly MemberKey[]
  readonly named: Readonly<Partial<Record<MemberKey, Ballot>>> | null
  readonly chairBallot: Ballot | null
  readonly disagreement: { readonly member: MemberKey; readonly text: string } | null
}

export interface Decide {
  readonly do: 'decide'
  readonly point: PointKey
  /** `proposed`: what the adopted scenario, else the ranking, proposes. */
  readonly opinion: 'proposed' | Opinion
  readonly vote: VoteWish | null
  readonly at: string
}

/** What one person does in the room, in the order it happens. Hours are "HH:MM", runs and pauses "HH:MM:SS". */
export type MeetingAct =
  | { readonly do: 'attend'; readonly member: MemberKey; readonly status: 'present' | 'excused' | 'absent' }
  | { readonly do: 'substitute'; readonly member: MemberKey; readonly substitute: MemberKey }
  | { readonly do: 'proxy'; readonly giver: MemberKey; readonly holder: MemberKey; readonly date: string }
  | { readonly do: 'open'; readonly at: string }
  | {
      readonly do: 'move'
      readonly member: MemberKey
      readonly kind: 'leaves' | 'arrives'
      readonly at: string
      /** The point that a recused member leaves for, or comes back from. */
      readonly point: PointKey | null
    }
  | {
      readonly do: 'recuse'
      readonly member: MemberKey
      readonly candidature: number
      readonly reason: string
    }
  | {
      readonly do: 'assess'
      readonly member: MemberKey
      readonly candidature: number
      readonly status: 'confirmed' | 'set-aside'
      readonly reason: string
    }
  | { readonly do: 'point'; readonly point: PointKey; readonly at: string }
  | { readonly do: 'pause' | 'resume'; readonly at: string }
  | { readonly do: 'mark'; readonly point: number; readonly member: MemberKey; readonly marks: string }
  | { readonly do: 'file'; readonly point: number }
  | { readonly do: 'adopt-scenario'; readonly name: string; readonly reason: string }
  | { readonly do: 'debate'; readonly point: PointKey; readonly text: string }
  | Decide
  /** The room says no: the code is the one expected. */
  | { readonly do: 'refused'; readonly act: Decide; readonly code: RefusalCode }
  | { readonly do: 'amend'; readonly act: Decide; readonly reason: string }
  | { readonly do: 'explain-open-checks'; readonly text: string }
  | { readonly do: 'close'; readonly at: string }

/** Declared before the session. */
export const declaredBefore: readonly (readonly [MemberKey, number, 'confirmed' | 'set-aside'])[] = [
  ['diallo', 5, 'confirmed'],
  ['diallo', 21, 'confirmed'],
  ['diallo', 44, 'confirmed'],
  ['floch', 5, 'confirmed'],
  ['floch', 30, 'confirmed'],
  ['kerleau', 44, 'confirmed'],
  ['jaffre', 12, 'set-aside'],
]
