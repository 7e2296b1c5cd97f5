import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeTerritoryTable } from '#main/adapters/territories/loadTerritoryDirectory.ts'

/** Builds `out/resources/territories.json`, the offline list of communes, EPCI, départements and régions. */
const path = fileURLToPath(new URL('../out/resources/territories.json', import.meta.url))
const table = writeTerritoryTable(path)
console.log(
  `Territories ${table.cogYear}: ${table.communes.codes.length} communes, ${table.formerCommunes.codes.length} former codes, ` +
    `${table.epcis.sirens.length} EPCI, ${(statSync(path).size / 1e6).toFixed(1)} MB in out/resources/territories.json`,
)
