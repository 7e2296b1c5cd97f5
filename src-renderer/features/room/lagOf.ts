import type { RoomPerson } from '#shared/contract/syncAnswers.ts'

/** How many places of the room's log this laptop has not received, the furthest of the room being the measure; null when it never said. */
export function lagOf(person: RoomPerson, people: readonly RoomPerson[]): number | null {
  if (person.lastPlace === null) return null
  const furthest = Math.max(...people.map(({ lastPlace }) => lastPlace ?? 0))
  return furthest - person.lastPlace
}
