import type { Database } from 'better-sqlite3'
import type { Migration } from './migrations.ts'

export const schemaVersionOf = (database: Database): number =>
  database.pragma('user_version', { simple: true }) as number

/** Brings a file forward, each step in its own transaction: a crash leaves a whole version. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  for (const { version, sql } of migrations) {
    if (version <= schemaVersionOf(database)) continue
    database
      .transaction(() => {
        database.exec(sql)
        database.pragma(`user_version=${version}`)
      })
      .immediate()
  }
}
