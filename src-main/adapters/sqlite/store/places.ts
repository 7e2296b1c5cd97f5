import SqliteDatabase, { type Database } from 'better-sqlite3'

/** Where one was and what the wall shows: unsigned, outside any act, and not worth an incident. */
export interface Places {
  remember(place: string, value: string): void
  recall(place: string): string | null
  /** Writes what came while an act was under way. */
  settle(): void
}

/**
 * What comes while an act holds the database transaction waits in memory: written inside it, it would be rolled back
 * with the act, or roll the act back on a full disk.
 */
export function placesOf(database: Database): Places {
  const upsert = database.prepare<[string, string]>(
    'INSERT INTO places (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const one = database.prepare<[string], string>('SELECT value FROM places WHERE key = ?').pluck()
  const waiting = new Map<string, string>()

  const settle = () => {
    if (database.inTransaction) return
    try {
      for (const [place, value] of waiting) {
        upsert.run(place, value)
        waiting.delete(place)
      }
    } catch (error) {
      // A disk without room: the place is known until the file is closed, and the work goes on.
      if (!(error instanceof SqliteDatabase.SqliteError)) throw error
    }
  }
  return {
    remember: (place, value) => {
      waiting.set(place, value)
      settle()
    },
    recall: (place) => waiting.get(place) ?? one.get(place) ?? null,
    settle,
  }
}
