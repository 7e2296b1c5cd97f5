import { territoryKey } from '#shared/domain/dossier/readApplicantName.ts'
import type { Territory } from '#shared/domain/dossier/territory.ts'
import type { TerritoryIndex } from './territoryIndex.ts'

/** By INSEE code, SIREN, postal code, or beginnings of words of the name; the closest name first, then the largest. */
export function searchTerritories(index: TerritoryIndex, query: string, limit: number): readonly Territory[] {
  const compact = query.replace(/\s/g, '').toUpperCase()
  if (/^\d{9}$/.test(compact)) return index.bySiren(compact).slice(0, limit)
  if (/^\d[\dAB]\d{3}$/.test(compact)) {
    const byCode = index.byCode('commune', compact).slice(0, 1)
    const byPostalCode = index.entries
      .map(({ territory }) => territory)
      .filter(({ postalCodes }) => postalCodes.includes(compact))
    return Array.from(new Set([...byCode, ...byPostalCode])).slice(0, limit)
  }
  const key = territoryKey(query)
  if (key === '') return []
  const words = key.split(' ')
  return index.entries
    .filter((entry) => words.every((word) => ` ${entry.key}`.includes(` ${word}`)))
    .map((entry) => ({ territory: entry.territory, closeness: closeness(entry.key, key) }))
    .sort(
      (a, b) => b.closeness - a.closeness || (b.territory.population ?? 0) - (a.territory.population ?? 0),
    )
    .slice(0, limit)
    .map(({ territory }) => territory)
}

const closeness = (name: string, query: string): number =>
  name === query ? 2 : name.startsWith(query) ? 1 : 0
