import type { Database } from 'better-sqlite3'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { tables } from '#shared/operations/authority/tables.ts'
import type { HubSpaces } from '#shared/usecases/sharingPorts.ts'
import { refusedBySystem } from '../file/refusedBySystem.ts'
import type { SharedFileParts } from './sharedFileParts.ts'
import { type SpaceRows, spaceRows } from './spaceRows.ts'

/** The rows of the rooms that this laptop orders, each in its own space of the file. */
export function hubSpaces({ database, path, transaction }: SharedFileParts): HubSpaces {
  const drop = database.prepare('DELETE FROM sync_rows WHERE space = ?')
  const opened = new Map<string, SpaceRows>()
  const rowsOf = (lease: string): SpaceRows => {
    const rows = opened.get(lease) ?? spaceRows(database, hubSpace(lease))
    opened.set(lease, rows)
    return rows
  }
  const isHere = (lease: string): boolean => rowsOf(lease).row('lease', lease) !== null
  return {
    open: (lease, seed) => {
      if (isHere(lease)) return refuse('entity.exists', { lease })
      if (database.inTransaction) return refuse('entity.changed-meanwhile')
      return transaction(() => {
        rowsOf(lease).apply(seed)
        // Kept as it was: once something is ordered nobody could tell it from what followed.
        spaceRows(database, seedSpace(lease)).apply(seed)
        return ok(null)
      })
    },
    list: () => spacesIn(database).map((space) => space.slice('hub/'.length)),
    rows: (lease) => {
      if (!isHere(lease)) return null
      const rows = rowsOf(lease)
      return {
        row: rows.row,
        scan: rows.scan,
        write: (changes) => {
          if (database.inTransaction) return refuse('entity.changed-meanwhile')
          try {
            transaction(() => rows.apply(changes))
            return ok(null)
          } catch (error) {
            return refusedBySystem(error, path)
          }
        },
      }
    },
    seed: (lease) => {
      const rows = spaceRows(database, seedSpace(lease))
      // Of a room that was begun by an earlier program it was not kept.
      if (rows.row('lease', lease) === null) return null
      return tables.flatMap((table) =>
        [...rows.scan(table)].map(([key, row]) => ({ table, key, row }) as RowChange),
      )
    },
    drop: (lease) => {
      transaction(() => {
        drop.run(hubSpace(lease))
        drop.run(seedSpace(lease))
      })
      opened.delete(lease)
    },
  }
}

/** Every room of the file, for the doctor. */
export function hubSpacesOf(
  database: Database,
): readonly { readonly lease: string; readonly rows: SpaceRows }[] {
  return spacesIn(database).map((space) => ({
    lease: space.slice('hub/'.length),
    rows: spaceRows(database, space),
  }))
}

const spacesIn = (database: Database): readonly string[] =>
  database
    .prepare<[], string>("SELECT DISTINCT space FROM sync_rows WHERE space >= 'hub/' AND space < 'hub0'")
    .pluck()
    .all()

const seedSpace = (lease: string): string => `seed/${lease}`
const hubSpace = (lease: string): string => `hub/${lease}`
