import { memberName } from '../../session/memberName.ts'
import { recusalsOn } from '../../session/recusalsOn.ts'
import type { Attendance, Movement } from '../../session/session.ts'
import type { IntervalFacts } from '../../session/sessionFacts.ts'
import type { AttendanceCertificatesFacts } from './attendanceCertificates.ts'
import { headOf, type PaperInput } from './paperInput.ts'

/** [PA6] Members who sat, with their hours, in the order of the committee. Nobody before the opening. */
export function attendanceCertificatesFacts(input: PaperInput): AttendanceCertificatesFacts {
  const { session, members } = input
  const named = (id: string | null): { readonly name: string; readonly capacity: string } => {
    const member = members.find((one) => one.id === id)
    return member ? { name: memberName(member), capacity: member.capacity } : { name: '', capacity: '' }
  }
  return {
    head: headOf(input),
    chair: named(session.chairId),
    secretary: named(session.secretaryId),
    members: members.flatMap((member) => {
      const attendance = session.attendance[member.id]
      if (attendance?.status !== 'present' || session.openedAt === null) return []
      const withdraws = ({ itemId }: Movement): boolean => isRecusedOn(input, member.id, itemId)
      const present = hoursOf(
        attendance,
        { openedAt: session.openedAt, closedAt: session.closedAt },
        withdraws,
      )
      return {
        name: memberName(member),
        capacity: member.capacity,
        presides: member.id === session.chairId,
        present,
        ...lengthOf(present),
      }
    }),
  }
}

/** A withdrawal for a recusal is no absence, and would tell of the recusal: its movements are left out. */
function hoursOf(
  { movements }: Attendance,
  { openedAt, closedAt }: { readonly openedAt: string; readonly closedAt: string | null },
  withdraws: (movement: Movement) => boolean,
): readonly IntervalFacts[] {
  const intervals: { from: string; to: string | null }[] =
    movements[0]?.kind === 'arrives' ? [] : [{ from: openedAt, to: null }]
  movements.forEach((movement, index) => {
    const before = movements[index - 1]
    const leavesForIt =
      movement.kind === 'leaves' && withdraws(movement) && movements[index + 1] !== undefined
    const returnsFromIt = movement.kind === 'arrives' && before !== undefined && withdraws(before)
    if (leavesForIt || returnsFromIt) return
    const last = intervals.at(-1)
    if (movement.kind === 'arrives') intervals.push({ from: movement.at, to: null })
    else if (last !== undefined) last.to = movement.at
  })
  return intervals.map(({ from, to }) => ({ from, to: to ?? closedAt }))
}

function isRecusedOn({ session, recusals }: PaperInput, memberId: string, itemId: string | null): boolean {
  const item = itemId === null ? undefined : session.agenda.find(({ id }) => id === itemId)
  if (item === undefined) return false
  return (
    item.outcome?.recused.some((recused) => recused.memberId === memberId) === true ||
    recusalsOn(item, { recusals }).some((recusal) => recusal.memberId === memberId)
  )
}

/** [PA6] A half-day is counted when the member sat half an hour of it; at least one. Mornings end at 13:00 [J]. */
function lengthOf(present: readonly IntervalFacts[]): { minutes: number | null; halfDays: number | null } {
  let morning = 0
  let afternoon = 0
  for (const { from, to } of present) {
    if (to === null) return { minutes: null, halfDays: null }
    const start = minutesOf(from)
    const end = minutesOf(to)
    morning += Math.max(0, Math.min(end, noonMinutes) - start)
    afternoon += Math.max(0, end - Math.max(start, noonMinutes))
  }
  const counted = [morning, afternoon].filter((minutes) => minutes >= leastMinutes).length
  return { minutes: morning + afternoon, halfDays: Math.max(1, counted) }
}

const noonMinutes = 13 * 60
const leastMinutes = 30

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
