import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TerritoryDirectory } from '#shared/domain/dossier/territory.ts'
import { buildTerritoryTable } from './buildTerritoryTable.ts'
import { territoryDirectory } from './territoryDirectory.ts'
import type { TerritoryTable } from './territoryTable.ts'

/** Loads the directory from its file, which is built first where it is absent (a fresh clone). About 0.2 s. */
export function loadTerritoryDirectory(tablePath: string): TerritoryDirectory {
  return territoryDirectory(existsSync(tablePath) ? readTable(tablePath) : writeTerritoryTable(tablePath))
}

/** Builds the file, whole or not at all. A folder that cannot be written is no reason to stop: the table is returned. */
export function writeTerritoryTable(tablePath: string): TerritoryTable {
  const table = buildTerritoryTable()
  const temporaryPath = `${tablePath}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(tablePath), { recursive: true })
    writeFileSync(temporaryPath, JSON.stringify(table))
    renameSync(temporaryPath, tablePath)
  } catch (error) {
    if (!isRefusedWrite(error)) throw error
  }
  return table
}

/** A file left by another version of the application is rebuilt. */
function readTable(tablePath: string): TerritoryTable {
  const table = JSON.parse(readFileSync(tablePath, 'utf8')) as TerritoryTable
  return table.format === 1 ? table : buildTerritoryTable()
}

const isRefusedWrite = (error: unknown): boolean =>
  error instanceof Error &&
  ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
