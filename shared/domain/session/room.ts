import type { InstanceType, Member, Recusal } from '../committee/committee.ts'

/** What a session needs to know of the committee that sits. `recusals`: of the whole call, lifted ones included. */
export interface Room {
  readonly instanceType: InstanceType
  /** Most proxies one member may carry. */
  readonly proxiesPerHolder: number
  /** With the substitutes seated (`seatedMembers`). */
  readonly members: readonly Member[]
  readonly recusals: readonly Recusal[]
}
