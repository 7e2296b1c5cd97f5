import type { Member } from '../committee/committee.ts'
import { countQuorum } from '../committee/countQuorum.ts'
import { seatedWhile } from '../committee/seatedWhile.ts'
import type { FactsInput } from './factsInput.ts'
import { memberName } from './memberName.ts'
import type { Attendance, Movement } from './session.ts'
import type { MemberFacts, PersonFacts, SessionFacts } from './sessionFacts.ts'

/**
 * [SE13] Who chaired, who sat, who came and went. Members in office, and whoever else attended, in the order of the
 * committee's list. Withdrawals of recused members are told with their item, not among the movements, but they empty
 * the room all the same in the counts.
 */
export function attendanceFacts(
  input: FactsInput,
): Pick<SessionFacts, 'chair' | 'secretary' | 'members' | 'proxies' | 'openingQuorum' | 'movements'> {
  const { session, members } = input
  const named = new Map(members.map((member) => [member.id, member]))
  const nameOf = (id: string): string => memberName(named.get(id) ?? nobody)
  const personOf = (id: string | null): PersonFacts => {
    const member = named.get(id ?? '') ?? nobody
    return { name: memberName(member), capacity: member.capacity }
  }
  const atOpening = Object.entries(session.attendance)
    .filter(([, attendance]) => satAtOpening(attendance))
    .map(([memberId]) => memberId)
  return {
    chair: personOf(session.chairId),
    secretary: personOf(session.secretaryId),
    members: members
      .filter(
        ({ id, inOffice }) =>
          // A member whose place is taken has left the office for the session, and is named all the same.
          inOffice || session.substitutions[id] !== undefined || session.attendance[id]?.status === 'present',
      )
      .map((member) => memberFacts(member, input)),
    proxies: session.proxies.map(({ giverId, holderId, date }) => ({
      giver: nameOf(giverId),
      holder: nameOf(holderId),
      date,
    })),
    openingQuorum: quorumWith(input, atOpening),
    movements: movementFacts(input, atOpening, nameOf),
  }
}

const nobody = { firstName: '', lastName: '', capacity: '' }

/** In the room at the roll call: present, and not by a later arrival. */
const satAtOpening = (attendance: Attendance): boolean =>
  attendance.status === 'present' && attendance.movements[0]?.kind !== 'arrives'

function memberFacts(member: Member, { members, session }: FactsInput): MemberFacts {
  const attendance = session.attendance[member.id]
  const [first] = attendance?.movements ?? []
  const last = attendance?.movements.at(-1)
  const represented = session.proxies.some((proxy) => proxy.giverId === member.id)
  const status = attendance?.status ?? 'absent'
  return {
    name: memberName(member),
    capacity: member.capacity,
    role:
      member.id === session.chairId ? 'chair' : member.id === session.secretaryId ? 'secretary' : 'member',
    voice: member.voice,
    attendance: status !== 'present' && represented ? 'represented' : status,
    arrivedAt: first?.kind === 'arrives' ? first.at : null,
    leftAt: last?.kind === 'leaves' ? last.at : null,
    replaces: replacedName(member, { members, session }),
  }
}

function replacedName(substitute: Member, { members, session }: Pick<FactsInput, 'members' | 'session'>) {
  const [memberId] = Object.entries(session.substitutions).find(([, id]) => id === substitute.id) ?? []
  const replaced = members.find(({ id }) => id === memberId)
  return replaced ? memberName(replaced) : null
}

const quorumWith = ({ committee, members, session }: FactsInput, presentIds: readonly string[]) =>
  countQuorum({
    type: committee.instanceType,
    members: seatedWhile(members, session.substitutions, presentIds),
    presentIds,
    proxies: session.proxies,
    proxiesPerHolder: committee.proxiesPerHolder,
    recusals: [],
    secondConvocation: session.secondConvocation,
  })

function movementFacts(
  input: FactsInput,
  atOpening: readonly string[],
  nameOf: (id: string) => string,
): SessionFacts['movements'] {
  const room = new Set(atOpening)
  const facts: SessionFacts['movements'][number][] = []
  for (const { memberId, movement } of inOrder(input)) {
    if (movement.kind === 'arrives') room.add(memberId)
    else room.delete(memberId)
    if (isWithdrawal(input, memberId, movement)) continue
    const quorum = quorumWith(input, [...room])
    facts.push({
      member: nameOf(memberId),
      kind: movement.kind,
      at: movement.at,
      presentAfter: quorum.present,
      quorumReached: quorum.reached,
    })
  }
  return facts
}

/** By hour; at the same minute in the order of the committee's list, a member's own movements as they were keyed. */
const inOrder = ({ members, session }: FactsInput) =>
  members
    .flatMap((member) =>
      (session.attendance[member.id]?.movements ?? []).map((movement) => ({ memberId: member.id, movement })),
    )
    .sort((a, b) => (a.movement.at < b.movement.at ? -1 : a.movement.at > b.movement.at ? 1 : 0))

/** A movement of a recused member for the very item he is recused on. */
function isWithdrawal({ session }: FactsInput, memberId: string, { itemId }: Movement): boolean {
  const item = itemId === null ? undefined : session.agenda.find((one) => one.id === itemId)
  return item?.outcome?.recused.some((recused) => recused.memberId === memberId) ?? false
}
