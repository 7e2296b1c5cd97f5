import { migrate } from './migrations/migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { openPostgresDatabase, type PostgresSettings } from './postgres/openPostgresDatabase.ts'
import type { SqlDatabase } from './sqlDatabase.ts'
import { openSqliteDatabase, type SqliteSettings } from './sqlite/openSqliteDatabase.ts'

export type StoreSettings =
  | ({ readonly kind: 'sqlite' } & SqliteSettings)
  | ({ readonly kind: 'postgres' } & PostgresSettings)

/**
 * Opens the database and brings it forward.
 * @throws NewerSchema when a newer program wrote it: nothing was changed.
 * @param onFailure hears what no caller waits for: a lost connection, a listener that failed.
 */
export async function openStore(
  settings: StoreSettings,
  nowMs: number,
  onFailure: (error: unknown) => void,
): Promise<SqlDatabase> {
  const database =
    settings.kind === 'sqlite'
      ? openSqliteDatabase(settings, onFailure)
      : await openPostgresDatabase(settings, onFailure)
  try {
    const { kind, version } = await migrate(database, migrations, nowMs)
    if (kind === 'newer') throw new NewerSchema(`schema ${version}`)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The database was written by a newer program (SV2). */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'
}

/** The version that this program reads and writes. */
export const neededSchemaVersion = migrations.at(-1)?.version ?? 0
