import type { Member } from '#shared/domain/committee/committee.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { nameOf } from '../personName.ts'
import { roomWords } from './words.ts'

export interface Seat {
  /** « suppléé par … », « supplée … », or empty. */
  readonly words: string
  readonly isSubstituted: boolean
  /** Full member away, with substitutes of whom none sits elsewhere. */
  readonly substitutes: readonly Member[]
}

/** [UI15] Who sits for whom: a full member's substitutes while nobody sits for them, or the words that say who does. */
export function seatOf(
  member: Member,
  session: Pick<Session, 'substitutions' | 'attendance'>,
  members: readonly Member[],
): Seat {
  const substituteId = session.substitutions[member.id]
  if (substituteId !== undefined) {
    return {
      words: roomWords.substitutedBy(nameOf(members, substituteId)),
      isSubstituted: true,
      substitutes: [],
    }
  }
  const replaced = Object.entries(session.substitutions).find(([, id]) => id === member.id)?.[0]
  return {
    words: replaced === undefined ? '' : roomWords.substitutes(nameOf(members, replaced)),
    isSubstituted: false,
    substitutes: session.attendance[member.id]?.inRoom
      ? []
      : members.filter(({ substituteOf }) => substituteOf === member.id),
  }
}
