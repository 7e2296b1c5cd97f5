import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { roleWords } from '../words.ts'
import { words } from './words.ts'

/** « Membre · Anne Le Goff »; without the member when the right is of none. */
export function rightName(
  { role, memberId }: { readonly role: SyncRole; readonly memberId: string | null },
  members: readonly Member[],
): string {
  const member = members.find(({ id }) => id === memberId)
  const { label } = roleWords[role]
  return member === undefined ? label : words.asMember(label, `${member.firstName} ${member.lastName}`)
}
