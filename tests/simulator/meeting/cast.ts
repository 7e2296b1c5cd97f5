import type { Chance } from '../kernel/chance.ts'

/** Who sits: one laptop per person. The address of a laptop is also the id of its device and of its user. */
export interface Cast {
  readonly people: readonly Person[]
  readonly dossierCount: number
}

export interface Person {
  /** Address of the laptop; id of the user and of the device. */
  readonly address: string
  readonly role: Role
  /** Id of the member or evaluator that the person is; null for who marks nothing. */
  readonly memberId: string | null
}

export type Role = 'secretariat' | 'chair' | 'member' | 'instructor' | 'guest' | 'administrator'

export const centre = 'centre'
export const secretary = 'secretary'
export const chairLaptop = 'chair'
export const administrator = 'administrator'

/** A secretary, a chair, an administrator and an instructor, `memberCount` members of whom the chair is one, a guest. */
export function castOf(memberCount: number, dossierCount: number): Cast {
  const people: Person[] = [
    { address: administrator, role: 'administrator', memberId: null },
    { address: secretary, role: 'secretariat', memberId: null },
    { address: chairLaptop, role: 'chair', memberId: 'm1' },
    { address: 'instructor', role: 'instructor', memberId: null },
    { address: 'guest', role: 'guest', memberId: 'guest' },
  ]
  for (let n = 2; n <= memberCount; n++)
    people.push({ address: `member${n}`, role: 'member', memberId: `m${n}` })
  return { people, dossierCount }
}

/** Most rooms are small: what goes wrong with 4 laptops goes wrong with 30, sooner. */
export function drawnCast(draw: Chance): Cast {
  const large = draw.happens(0.03)
  return castOf(large ? 10 + draw.below(16) : 2 + draw.below(4), 2 + draw.below(3))
}

export const personAt = (cast: Cast, address: string): Person | undefined =>
  cast.people.find((person) => person.address === address.split('~')[0])

export const callId = 'call-1'
export const gridId = 'grid-1'
export const committeeId = 'instance'
export const sessionId = 'session-1'
export const dossierId = (n: number): string => `d${n}`
export const candidatureId = (n: number): string => `x${n}`
export const itemId = (n: number): string => `point-${n}`
export const criteria = ['INNO', 'PERT', 'COUT'] as const
