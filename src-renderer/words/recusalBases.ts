import { recusalBases as datedBases } from '#shared/domain/committee/recusalBases.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

const inForce: readonly Choice[] = datedBases
  .filter(({ validTo }) => validTo === null)
  .map(({ id, label }) => ({ value: id, label }))
const otherReason: Choice = { value: '', label: 'Autre raison' }

/** Grounds in force that a recusal may rest on, the usual one first. */
export const recusalBases: readonly [Choice, ...Choice[]] = [
  inForce[0] ?? otherReason,
  ...inForce.slice(1),
  otherReason,
]
