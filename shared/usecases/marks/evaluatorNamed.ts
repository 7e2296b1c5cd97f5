import type { Member } from '#shared/domain/committee/committee.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/** The member that a table designates by identifier, « Prénom Nom », « Nom Prénom », or a last name borne by one only. */
export function evaluatorNamed(members: readonly Member[], written: string): string | null {
  const wanted = foldForSearch(written)
  if (wanted === '') return null
  const byId = members.find(({ id }) => id === written.trim())
  if (byId) return byId.id
  const matches = members.filter((member) => namesOf(member).some((name) => name === wanted))
  return matches.length === 1 ? (matches[0]?.id ?? null) : null
}

const namesOf = ({ firstName, lastName }: Member): readonly string[] =>
  [`${firstName} ${lastName}`, `${lastName} ${firstName}`, lastName].map(foldForSearch)
