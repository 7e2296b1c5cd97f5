import type { SqlDatabase, SqlDialect, SqlReader } from '../sqlDatabase.ts'
import type { Migration } from './migrations.ts'

/**
 * Brings the database forward (SV2). Answers the version it has then, or `newer` with nothing changed when a newer
 * program wrote it.
 */
export async function migrate(
  database: SqlDatabase,
  migrations: readonly Migration[],
  nowMs: number,
): Promise<{ readonly kind: 'migrated' | 'newer'; readonly version: number }> {
  return database.alone(async () => {
    const newest = migrations.at(-1)?.version ?? 0
    const found = await schemaVersion(database)
    if (found > newest) return { kind: 'newer', version: found }
    for (const { version, sql } of migrations) {
      if (version <= found) continue
      await database.transact(async (writer) => {
        await writer.script(inDialect(sql, database.dialect))
        await writer.run('INSERT INTO schema_versions (version, applied_at) VALUES (?, ?)', version, nowMs)
      })
    }
    return { kind: 'migrated', version: newest }
  })
}

/** 0 for an empty database. */
export async function schemaVersion(database: SqlReader & { readonly dialect: SqlDialect }): Promise<number> {
  const catalogue =
    database.dialect === 'sqlite'
      ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?"
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?'
  if ((await database.one(catalogue, 'schema_versions')) === null) return 0
  const row = await database.one<{ readonly version: number | null }>(
    'SELECT max(version) AS version FROM schema_versions',
  )
  return row?.version ?? 0
}

function inDialect(sql: string, dialect: SqlDialect): string {
  return Object.entries(spelling[dialect]).reduce((text, [word, own]) => text.replaceAll(word, own), sql)
}

const spelling: Record<SqlDialect, Readonly<Record<string, string>>> = {
  sqlite: { ':integer': 'INTEGER', ':bytes': 'BLOB', ':strict': 'STRICT' },
  postgres: { ':integer': 'BIGINT', ':bytes': 'BYTEA', ':strict': '' },
}
