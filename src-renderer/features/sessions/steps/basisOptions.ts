import { recusalBases, recusalBasesOn } from '#shared/domain/committee/recusalBases.ts'

/** [UI24] Grounds in force on the day of the session, the one already kept whatever its date, and none of them. */
export function basisOptions(
  date: string,
  kept = '',
): readonly { readonly value: string; readonly label: string }[] {
  const inForce = recusalBasesOn(date)
  const older = recusalBases.filter(({ id }) => id === kept && !inForce.some((basis) => basis.id === id))
  return [
    ...[...inForce, ...older].map(({ id, label }) => ({ value: id, label })),
    { value: '', label: 'Autre raison' },
  ]
}
