import { declaredBefore, type MeetingAct, type PointKey } from './meetingActs.ts'
import { type MemberKey, meetingSubstitute } from './meetingPeople.ts'

/** Who is there and who may vote, followed by hand: the story knows the figures of each vote without asking the program. */
export function meetingRoom() {
  const present = new Set<MemberKey>()
  const proxies: { readonly giver: MemberKey; readonly holder: MemberKey }[] = []
  const recused = new Set(
    declaredBefore
      .filter(([, , status]) => status === 'confirmed')
      .map(([member, number]) => `${member}/${number}`),
  )
  const isRecused = (member: MemberKey, point: PointKey): boolean => recused.has(`${member}/${point}`)
  return {
    follow(act: MeetingAct): void {
      if (act.do === 'attend' && act.status === 'present') present.add(act.member)
      if (act.do === 'proxy') proxies.push(act)
      if (act.do === 'recuse') recused.add(`${act.member}/${act.candidature}`)
      if (act.do === 'move' && act.kind === 'arrives') present.add(act.member)
      if (act.do === 'move' && act.kind === 'leaves') present.delete(act.member)
    },
    presentRecused: (point: PointKey): readonly MemberKey[] =>
      [...present].filter((member) => isRecused(member, point)),
    /** Those in the room, the substitute among them, then who gave a proxy to one of them. */
    voters: (point: PointKey): readonly MemberKey[] => {
      const inPerson = [...present].filter((member) => !isRecused(member, point))
      const represented = proxies
        .filter(
          ({ giver, holder }) =>
            !present.has(giver) &&
            present.has(holder) &&
            !isRecused(giver, point) &&
            !isRecused(holder, point),
        )
        .map(({ giver }) => giver)
      return [...inPerson, ...represented].filter((member) => member !== meetingSubstitute.of)
    },
  }
}
