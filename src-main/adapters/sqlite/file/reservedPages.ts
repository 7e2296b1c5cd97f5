import type { Database } from 'better-sqlite3'

export const pageBytes = 4096

/** Byte offsets of the two copies of the key area: pages 3 and 4. Pages 2 and 5 stay empty around them. */
export const keyAreaOffsets = [2 * pageBytes, 3 * pageBytes] as const

/** The two reserved pages around the key area: encrypted zeros, of no use but to fill their table. */
export const sparePages = [2, 5] as const

/** End of page 5, the last reserved one. */
export const reservedEndBytes = 5 * pageBytes

/**
 * Takes pages 2 to 5 out of SQLite's hands, as the first write of a new file: a table of one blob that fills exactly
 * these pages, whose name is then forgotten. SQLite never reads, reuses, moves or cuts them; `integrity_check` names
 * at most them ({@link isSoundFinding}). VACUUM would drop them: it is never run on a file.
 */
export function reservePages(database: Database): void {
  database.pragma(`page_size=${pageBytes}`)
  database.pragma('auto_vacuum=NONE')
  database.exec('CREATE TABLE key_area(room BLOB)')
  database.exec('INSERT INTO key_area VALUES (zeroblob(16000))')
  const pageCount = database.pragma('page_count', { simple: true })
  if (pageCount !== reservedEndBytes / pageBytes) throw new Error(`key area spans ${String(pageCount)} pages`)
  database.unsafeMode(true)
  database.pragma('writable_schema=ON')
  database.exec("DELETE FROM sqlite_schema WHERE name = 'key_area'")
  database.pragma('writable_schema=RESET')
  database.unsafeMode(false)
}

/**
 * Whether `PRAGMA integrity_check` found a sound file. It names the reserved pages to the letter; or it says « ok »,
 * because SQLite leaves out its search for unused pages when a virtual table (our search index) comes first in the
 * order of its schema table, which depends on a hash of the names.
 */
export const isSoundFinding = (finding: unknown): boolean =>
  finding === 'ok' || finding === reservedPagesFinding

const reservedPagesFinding = [
  '*** in database main ***',
  ...[2, 3, 4, 5].map((page) => `Page ${page}: never used`),
].join('\n')
