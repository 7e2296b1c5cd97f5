/** [SY3] By what right somebody reads and writes. */
export const roles = ['secretariat', 'chair', 'member', 'instructor', 'guest', 'administrator'] as const
export type Role = (typeof roles)[number]

export interface Mandate {
  readonly id: string
  readonly user: string
  readonly role: Role
  /** The member or evaluator that this user is; null for who is none. A recusal of that member binds the user, whatever the role. */
  readonly memberId: string | null
  /** Dossiers that a guest was given; empty for any other role. */
  readonly dossiers: readonly string[]
  readonly ended: boolean
}
