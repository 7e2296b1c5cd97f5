import { meetingSize } from './meetingCandidatures.ts'
import { type MemberKey, meetingPeople } from './meetingPeople.ts'

/** Eight criteria of the shipped grid, marked from 0 to 5; the marks are invented by arithmetic, the same every time. */
export const meetingCriteria = [
  'PERT',
  'IMPACT',
  'FAISAB',
  'GOUV',
  'BUDGET',
  'INCLUS',
  'INTEROP',
  'ECO',
] as const

/** Marked in the room, sealed then revealed together; every other sheet was prepared at home. */
export const markedInTheRoom: readonly number[] = [59, 60]

/** The same marks as another one, so that no tie-breaker can part them: the chair will. */
export const twins = { of: 18, copy: 19 } as const

/** One digit per criterion, from 0 to 5. */
export function meetingMarks(member: MemberKey, number: number): string {
  const read = number === twins.copy ? twins.of : number
  // The first candidatures are the best on the whole, with steps enough to part them.
  const level = 5 - (read * 4) / meetingSize
  return meetingCriteria
    .map((_, index) => {
      const swing = ((read * 7 + index * 5) % 3) - 1
      const mark = Math.round(level + swing / 2 + meetingPeople[member].severity / 3)
      return String(Math.min(5, Math.max(0, mark)))
    })
    .join('')
}
