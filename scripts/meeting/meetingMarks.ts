import { meetingSize } from './meetingCandidatures.ts'
import { type MemberKey, meetingPeople } from './meetingPeople.ts'

/** Eight criteria of the shipped grid, on scales of 0 to 5; the marks are invented by arithmetic, the same every time. */
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

/** Marked in the room; every other sheet was prepared at home. */
export const markedInTheRoom: readonly number[] = [59, 60]

/** The same marks as another one, so that no tie-breaker can part them: the chair will. */
export const twins = { of: 18, copy: 19 } as const

/** One digit per criterion, from 2 to 4: the extremes of the scale would each ask for a comment. */
export function meetingMarks(member: MemberKey, number: number): string {
  const read = number === twins.copy ? twins.of : number
  // The first candidatures are the best on the whole, with steps enough to part them.
  const level = 4 - (read * 2) / meetingSize
  const person = Object.keys(meetingPeople).indexOf(member)
  return meetingCriteria
    .map((_, index) => {
      const swing = thrown(read * 31 + index) + thrown(read * 17 + index * 7 + person) / 2
      const mark = Math.round(level + swing / 2 + meetingPeople[member].severity / 3)
      return String(Math.min(4, Math.max(2, mark)))
    })
    .join('')
}

/** −1, 0 or 1, always the same for the same number (the mixing of the multiply-shift hash). */
function thrown(seed: number): number {
  return ((Math.imul(seed + 1, 0x9e3779b1) >>> 16) % 3) - 1
}
