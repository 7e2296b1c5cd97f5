import type { Territory, TerritoryDirectory } from '#shared/domain/dossier/territory.ts'
import { matchApplicant } from './matchApplicant.ts'
import { searchTerritories } from './searchTerritories.ts'
import { territoryIndex } from './territoryIndex.ts'
import type { TerritoryTable } from './territoryTable.ts'

/** The port of the domain over a loaded table. */
export function territoryDirectory(table: TerritoryTable): TerritoryDirectory {
  const index = territoryIndex(table)
  const firstOf = (territories: readonly Territory[]): Territory | null => territories[0] ?? null
  return {
    cogYear: table.cogYear,
    match: (applicantName, departmentCode) => matchApplicant(index, applicantName, departmentCode),
    search: (query, limit = 20) => searchTerritories(index, query, limit),
    byCode: (kind, code) => firstOf(index.byCode(kind, code)),
    bySiren: (siren) => firstOf(index.bySiren(siren.replace(/\s/g, ''))),
  }
}
