import type { Member } from '../../committee/committee.ts'
import { countQuorum } from '../../committee/countQuorum.ts'
import { seatedMembers } from '../../committee/seatedMembers.ts'
import { memberName } from '../../session/memberName.ts'
import type { AttendanceSheetFacts } from './attendanceSheet.ts'
import { headOf, type PaperInput } from './paperInput.ts'

/**
 * Members in office in their order, each followed by its substitutes. `withJourneys`: the columns of the journeys are
 * wished for; they stand as soon as one journey is recorded.
 */
export function attendanceSheetFacts(input: PaperInput, withJourneys = false): AttendanceSheetFacts {
  const { session, members, committee } = input
  const byId = new Map(members.map((member) => [member.id, member]))
  const nameOf = (id: string | null): string => {
    const member = byId.get(id ?? '')
    return member ? memberName(member) : ''
  }
  const seated = seatedMembers(members, session.substitutions)
  const quorum = countQuorum({
    type: committee.instanceType,
    members: seated,
    presentIds: [],
    proxies: [],
    proxiesPerHolder: committee.proxiesPerHolder,
    recusals: [],
    secondConvocation: session.secondConvocation,
  })
  const lineOf = (member: Member, full: Member | null): AttendanceSheetFacts['members'][number] => {
    const proxy = session.proxies.find(({ giverId }) => giverId === member.id)
    const travel = session.travels[member.id]
    return {
      name: memberName(member),
      capacity: member.capacity,
      voice: full?.voice ?? member.voice,
      substituteOf: full && memberName(full),
      proxyTo: proxy ? { name: nameOf(proxy.holderId), date: proxy.date } : null,
      travel: travel ? { mode: travel.mode, kilometres: travel.kilometres } : null,
    }
  }
  const convened = members.filter(
    ({ id, inOffice, substituteOf }) =>
      substituteOf === null && (inOffice || session.attendance[id]?.status === 'present'),
  )
  return {
    head: headOf(input),
    members: convened.flatMap((member) => [
      lineOf(member, null),
      ...members.filter(({ substituteOf }) => substituteOf === member.id).map((one) => lineOf(one, member)),
    ]),
    withJourneys: withJourneys || Object.keys(session.travels).length > 0,
    inOffice: quorum.inOffice,
    quorum: quorum.applies ? quorum.required : null,
    chair: nameOf(session.chairId),
    secretary: nameOf(session.secretaryId),
  }
}
