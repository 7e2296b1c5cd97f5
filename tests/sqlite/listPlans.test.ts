import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '#main/adapters/sqlite/migrations/migrate.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import { candidatureListing } from '#main/adapters/sqlite/store/candidatureListing.ts'
import type { CandidatureQuery } from '#shared/domain/candidature/candidatureList.ts'

/** What SQLite says of the window that a query reads, the line of the plan that names an index. */
function planOf(query: Partial<CandidatureQuery>): string[] {
  const database = new SqliteDatabase(':memory:')
  migrate(database, migrations)
  // A page is read only where there are lines.
  database.exec(
    `INSERT INTO candidature_list (candidature_id, dossier_id, call_id, number, applicant, applicant_key, title,
       title_key, department, status, to_check, has_checks)
     VALUES ('c1', 'd1', 'call-1', 1, 'Berric', 'berric', 'un', 'un', '56', 'submitted', '[]', 0)`,
  )
  const statements: string[] = []
  const listing = candidatureListing(
    drizzle(database, { logger: { logQuery: (sql) => statements.push(sql) } }),
  )
  listing.page({
    callId: 'call-1',
    search: '',
    filters: {},
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 50,
    ...query,
  })
  const window = statements.at(-1) ?? ''
  const plan = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${window}`)
    .all(Array.from(window.matchAll(/\?/g), () => null))
  database.close()
  return plan.map(({ detail }) => detail)
}

test('[LIST4] a deep page of one department by applicant walks an index and sorts nothing', () => {
  for (const descending of [false, true])
    expect(planOf({ filters: { department: '56' }, sort: 'applicant', descending })).toEqual([
      'SEARCH candidature_list USING INDEX candidature_list_by_department_applicant (call_id=? AND department=?)',
    ])
})

test('[LIST4] neither does any page of a call, whatever it is sorted by', () => {
  const sorts = ['number', 'applicant', 'title', 'department', 'requested', 'status'] as const
  for (const sort of sorts)
    expect([sort, planOf({ sort }).filter((line) => line.includes('TEMP B-TREE'))]).toEqual([sort, []])
})
