import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { type Answer, said } from './answer.ts'
import { memberLabel } from './find/findMember.ts'
import { roleWords, voiceWords } from './read/words.ts'
import { showTable } from './showTable.ts'

/** The members with their capacity, role and voice. */
export async function memberListAnswer(dispatcher: Dispatcher): Promise<Answer> {
  const members = await dispatcher.call('member.list', {})
  if (!members.ok) return members
  if (members.value.length === 0)
    return said([], 'Le comité n’a pas encore de membre. Ajoutez-en avec « delibere member FICHIER add ».')
  return said(members.value, showTable(members.value, columns))
}

const columns = [
  { title: 'Membre', cell: memberLabel },
  { title: 'Qualité', atMost: 48, cell: (member: Member) => member.capacity },
  { title: 'Rôle', cell: (member: Member) => roleWords[member.role][0] },
  { title: 'Voix', cell: (member: Member) => voiceWords[member.voice][0] },
  { title: 'En exercice', cell: (member: Member) => (member.inOffice ? 'oui' : 'non') },
]
