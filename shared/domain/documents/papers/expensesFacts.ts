import { memberName } from '../../session/memberName.ts'
import { mileageAllowance } from '../../session/mileageAllowance.ts'
import { mileageScaleAt } from '../../session/mileageScales.ts'
import type { ExpensesFacts } from './expenses.ts'
import { headOf, type PaperInput } from './paperInput.ts'

/** [EX3] Journeys of those who attended (of everybody before the roll call), in the order of the committee. */
export function expensesFacts(input: PaperInput): ExpensesFacts {
  const { session, members } = input
  const scale = mileageScaleAt(session.date)
  const chair = members.find(({ id }) => id === session.chairId)
  return {
    head: headOf(input),
    scale: scale && { source: scale.source, upToKilometres: scale.upToKilometres },
    lines: members.flatMap((member) => {
      const travel = session.travels[member.id]
      const attended = session.status === 'planned' || session.attendance[member.id]?.status === 'present'
      if (travel === undefined || travel.mode === 'none' || !attended || scale === null) return []
      return {
        name: memberName(member),
        capacity: member.capacity,
        travel,
        ...mileageAllowance(scale, travel),
      }
    }),
    chair: chair ? memberName(chair) : '',
  }
}
