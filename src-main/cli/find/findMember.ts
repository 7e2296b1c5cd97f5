import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'

/** The member written as « Prénom Nom », « Nom Prénom », the name alone when one bears it, or an id. */
export async function findMember(
  dispatcher: Dispatcher,
  written: string,
): Promise<{ ok: true; value: Member } | { ok: false; refusal: Refusal } | Refused> {
  const listed = await dispatcher.call('member.list', {})
  if (!listed.ok) return listed
  const wanted = foldForSearch(written)
  const found = listed.value.filter((member) => waysToWrite(member).includes(wanted))
  const [only] = found
  if (only !== undefined && found.length === 1) return { ok: true, value: only }
  const names = listed.value.map(memberLabel).join(', ')
  const sentence =
    found.length > 1
      ? `Plusieurs membres s’écrivent « ${written} ». Rien n’a été modifié. Donnez le prénom et le nom.`
      : `Le comité n’a pas de membre « ${written} ». Rien n’a été modifié. ${
          names === '' ? 'Ajoutez d’abord les membres.' : `Membres connus : ${names}.`
        }`
  return refused('entity.missing', sentence, { member: written })
}

export const memberLabel = (member: Pick<Member, 'firstName' | 'lastName'>): string =>
  `${member.firstName} ${member.lastName}`.trim()

const waysToWrite = (member: Member): readonly string[] =>
  [memberLabel(member), `${member.lastName} ${member.firstName}`, member.lastName, member.id].map(
    foldForSearch,
  )
