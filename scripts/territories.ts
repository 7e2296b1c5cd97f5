import { fileURLToPath } from 'node:url'
import { writeTerritoryTable } from '#main/adapters/territories/loadTerritoryDirectory.ts'

/** Builds `out/resources/territories.json`, the offline list of communes, EPCI, départements and régions. */
const path = fileURLToPath(new URL('../out/resources/territories.json', import.meta.url))
const table = writeTerritoryTable(path)
// Aside: the output of a command that asked for JSON stays one value.
console.error(
  `Liste nationale des territoires ${table.cogYear} : ${table.communes.codes.length} communes, ` +
    `${table.epcis.sirens.length} intercommunalités.`,
)
