import SqliteDatabase from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { CandidatureListRow } from '../store/candidatureListRow.ts'
import { candidatureList } from '../store/candidatureListTable.ts'
import type { DoctorSettings } from './examine.ts'

/** The list of candidatures, line by line, against the states it shows; then the search index against the list. */
export function examineLists({ database, stores }: DoctorSettings): string | null {
  const candidatures = database
    .prepare<[string], string>(
      'SELECT id FROM candidatures WHERE id > ? AND state IS NOT NULL ORDER BY id LIMIT 1',
    )
    .pluck()
  const rowOf = drizzle(database)
    .select()
    .from(candidatureList)
    .where(eq(candidatureList.candidatureId, sql.placeholder('id')))
    .prepare()
  const textOf = database
    .prepare<[number], string>('SELECT search_text FROM candidature_text WHERE place = ?')
    .pluck()
  let lines = 0
  for (let id = candidatures.get(''); id !== undefined; id = candidatures.get(id)) {
    const expected = stores.projection.expectedLine(id)
    const shown = rowOf.get({ id })
    const sound =
      expected === undefined || shown === undefined
        ? expected === shown
        : isSame(expected.row, shown) && textOf.get(shown.place) === expected.searchText
    if (!sound) return `La liste ne montre pas la candidature ${id} telle qu’elle est.`
    lines += shown === undefined ? 0 : 1
  }
  const count = database.prepare<[], number>('SELECT count(*) FROM candidature_list').pluck().get()
  if (count !== lines) return 'La liste montre des candidatures qui n’existent pas.'
  try {
    database.exec("INSERT INTO candidature_search (candidature_search, rank) VALUES ('integrity-check', 1)")
    return null
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error
    return 'L’index de recherche ne correspond pas aux candidatures.'
  }
}

const isSame = (expected: CandidatureListRow, shown: CandidatureListRow) =>
  (Object.keys(expected) as (keyof CandidatureListRow)[]).every((field) => expected[field] === shown[field])
