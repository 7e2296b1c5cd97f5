import { readFileSync } from 'node:fs'
import type { KeyArea } from '#main/adapters/sqlite/file/keyArea.ts'
import { writeKeyArea } from '#main/adapters/sqlite/file/keyAreaFile.ts'
import { unwrapDataKey } from '#main/adapters/sqlite/file/keySlots.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { reservePages } from '#main/adapters/sqlite/file/reservedPages.ts'
import { migration0001 } from '#main/adapters/sqlite/migrations/0001_first_file.ts'
import { migrate } from '#main/adapters/sqlite/migrations/migrate.ts'

export const formerPassphrase = 'vent de mer sur la lande'

type Cell = string | number | null | { readonly base64: string }
interface StoredRow {
  readonly table: string
  readonly row: Readonly<Record<string, Cell>>
}

/** Lays out the file that the program of schema 1 and fold 1 wrote; answers the SHA-256 of what it exported. */
export async function layFormerFile(path: string): Promise<Readonly<Record<string, string>>> {
  const [first = '', second = '', ...rest] = readFileSync(
    new URL('fixtures/former-file.jsonl', import.meta.url),
    'utf8',
  )
    .trimEnd()
    .split('\n')
  const { keyArea } = JSON.parse(first) as { keyArea: KeyArea }
  const { documents } = JSON.parse(second) as { documents: Readonly<Record<string, string>> }
  const slot = keyArea.slots.find(({ kind }) => kind === 'passphrase')
  const dataKey = slot && (await unwrapDataKey(slot, formerPassphrase, keyArea.fileId))
  if (dataKey === undefined) throw new Error('the passphrase of the fixture does not open its key area')
  const database = openDatabase(path, dataKey, 'create')
  try {
    reservePages(database)
    migrate(database, [migration0001])
    for (const line of rest) {
      const { table, row } = JSON.parse(line) as StoredRow
      const columns = Object.keys(row)
      database
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(
          Object.values(row).map((cell) =>
            typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell,
          ),
        )
    }
    // As any file that was open once.
    database.pragma('journal_mode=WAL')
  } finally {
    database.close()
  }
  writeKeyArea(path, keyArea)
  return documents
}
