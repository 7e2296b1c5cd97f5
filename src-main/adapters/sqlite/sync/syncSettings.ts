import type { Database } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'

/** What the file says of itself once it is shared, and what its host keeps with it, by name. */
export interface SyncSettings {
  read(name: string): Json | null
  /** Null removes it. */
  write(name: string, value: Json | null): void
}

export function syncSettings(database: Database): SyncSettings {
  const one = database.prepare<[string], string>('SELECT value FROM sync_settings WHERE name = ?').pluck()
  const upsert = database.prepare(
    'INSERT INTO sync_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM sync_settings WHERE name = ?')
  return {
    read: (name) => {
      const text = one.get(name)
      return text === undefined ? null : (JSON.parse(text) as Json)
    },
    write: (name, value) => {
      if (value === null) remove.run(name)
      else upsert.run(name, canonicalJson(value))
    },
  }
}
