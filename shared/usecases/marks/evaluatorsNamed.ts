import type { Member } from '#shared/domain/committee/committee.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/**
 * Ids of the members that a table designates by identifier, « Prénom Nom », « Nom Prénom » or last name. None: unknown;
 * several: the name does not tell them apart, and which one is not ours to guess.
 */
export function evaluatorsNamed(members: readonly Member[], written: string): readonly string[] {
  const wanted = foldForSearch(written)
  if (wanted === '') return []
  const byId = members.find(({ id }) => id === written.trim())
  if (byId) return [byId.id]
  return members.filter((member) => namesOf(member).some((name) => name === wanted)).map(({ id }) => id)
}

const namesOf = ({ firstName, lastName }: Member): readonly string[] =>
  [`${firstName} ${lastName}`, `${lastName} ${firstName}`, lastName].map(foldForSearch)
