import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type {
  CandidaturePage,
  CandidatureQuery,
  CandidatureRow,
  CandidatureSort,
} from '#shared/domain/candidature/candidatureList.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { candidatureList } from './candidatureListTable.ts'

/** Sorted, filtered and searched by the database; only the window leaves it. */
export interface CandidatureListing {
  page(query: CandidatureQuery): CandidaturePage
  /** To call when a line changed: totals are kept from page to page until then. */
  forgetTotals(): void
}

export function candidatureListing(database: BetterSQLite3Database): CandidatureListing {
  const windows = new Map<string, ReturnType<typeof prepareWindow>>()
  const totals = new Map<string, Totals>()

  const totalsOf = (query: CandidatureQuery): Totals => {
    const key = JSON.stringify([query.callId, query.search, query.filters, query.without])
    const known = totals.get(key)
    if (known !== undefined) return known
    const fresh = readTotals(database, query)
    if (totals.size >= keptTotals) totals.clear()
    totals.set(key, fresh)
    return fresh
  }
  return {
    forgetTotals: () => totals.clear(),
    page: (query) => {
      const { total, requestedCentsTotal, departments } = totalsOf(query)
      const offset = Math.min(query.offset, total)
      const count = Math.min(query.limit, maxPageRows, total - offset)
      // The far half is read from the other end: nobody waits for 90 000 lines to be skipped.
      const fromEnd = offset > total / 2
      const descending = query.descending !== fromEnd
      const shape = [shapeOf(query), query.sort, descending].join('|')
      const window = windows.get(shape) ?? prepareWindow(database, query, descending)
      windows.set(shape, window)
      const skipped = fromEnd ? total - offset - count : offset
      const found = count === 0 ? [] : window.all({ ...valuesOf(query), count, skipped })
      const rows = (fromEnd ? found.reverse() : found).map(toRow)
      return { rows, total, requestedCentsTotal, departments }
    },
  }
}

type Totals = Pick<CandidaturePage, 'total' | 'requestedCentsTotal' | 'departments'>

const maxPageRows = 500
const keptTotals = 200

const shownColumns = {
  id: candidatureList.candidatureId,
  dossierId: candidatureList.dossierId,
  callId: candidatureList.callId,
  number: candidatureList.number,
  applicant: candidatureList.applicant,
  title: candidatureList.title,
  department: candidatureList.department,
  requestedCents: candidatureList.requestedCents,
  status: candidatureList.status,
  toCheck: candidatureList.toCheck,
  mergedInto: candidatureList.mergedInto,
}

const sortColumns = {
  number: candidatureList.number,
  applicant: candidatureList.applicantKey,
  title: candidatureList.titleKey,
  department: candidatureList.department,
  requested: candidatureList.requestedCents,
  status: candidatureList.status,
} as const satisfies Record<CandidatureSort, unknown>

function prepareWindow(database: BetterSQLite3Database, query: CandidatureQuery, descending: boolean) {
  const direction = descending ? desc : asc
  const order = [direction(sortColumns[query.sort])]
  if (query.sort !== 'number') order.push(direction(candidatureList.number))
  if (query.sort === 'department') order.push(direction(candidatureList.requestedCents))
  return (
    database
      .select(shownColumns)
      .from(candidatureList)
      .where(conditionOf(query))
      // The columns of one index, `place` being the last of each: the order is total, and both ends agree.
      .orderBy(...order, direction(candidatureList.place))
      .limit(sql.placeholder('count'))
      .offset(sql.placeholder('skipped'))
      .prepare()
  )
}

function readTotals(database: BetterSQLite3Database, query: CandidatureQuery): Totals {
  const groups = database
    .select({
      code: candidatureList.department,
      count: sql<number>`count(*)`,
      requestedCents: sql<number>`coalesce(sum(${candidatureList.requestedCents}), 0)`,
    })
    .from(candidatureList)
    .where(conditionOf(query))
    .groupBy(candidatureList.department)
    .orderBy(candidatureList.department)
    .prepare()
    .all(valuesOf(query))
  return {
    total: groups.reduce((total, group) => total + group.count, 0),
    requestedCentsTotal: groups.reduce((total, group) => total + group.requestedCents, 0),
    departments: groups.filter(({ code }) => code !== '').map(({ code, count }) => ({ code, count })),
  }
}

function conditionOf(query: CandidatureQuery): SQL | undefined {
  const { department, status, toCheck } = query.filters
  return and(
    query.callId === null ? undefined : eq(candidatureList.callId, sql.placeholder('callId')),
    department === undefined ? undefined : eq(candidatureList.department, sql.placeholder('department')),
    status === undefined ? undefined : eq(candidatureList.status, sql.placeholder('status')),
    toCheck === undefined ? undefined : eq(candidatureList.hasChecks, sql.placeholder('hasChecks')),
    query.without === undefined
      ? undefined
      : sql`${candidatureList.candidatureId} NOT IN (SELECT value FROM json_each(${sql.placeholder('without')}))`,
    wordsOf(query.search).length === 0
      ? undefined
      : sql`${candidatureList.place} IN (SELECT rowid FROM candidature_search WHERE candidature_search MATCH ${sql.placeholder('match')})`,
  )
}

/** Which conditions there are, whatever their values: one prepared statement per shape. */
function shapeOf(query: CandidatureQuery): string {
  const { department, status, toCheck } = query.filters
  const searched = wordsOf(query.search).length > 0
  const present = [
    query.callId !== null,
    department !== undefined,
    status !== undefined,
    toCheck !== undefined,
    query.without !== undefined,
    searched,
  ]
  return present.map(Number).join('')
}

function valuesOf(query: CandidatureQuery): Record<string, unknown> {
  const { department, status, toCheck } = query.filters
  return {
    callId: query.callId,
    department,
    status,
    hasChecks: toCheck ? 1 : 0,
    without: JSON.stringify(query.without ?? []),
    match: wordsOf(query.search)
      .map((word) => `"${word}"*`)
      .join(' AND '),
  }
}

/** The words of a search, folded like the index. Quotes and operators of the search engine cannot be among them. */
const wordsOf = (search: string): readonly string[] => foldForSearch(search).match(/[\p{L}\p{N}]+/gu) ?? []

function toRow(found: Omit<CandidatureRow, 'toCheck'> & { readonly toCheck: string }): CandidatureRow {
  return { ...found, toCheck: JSON.parse(found.toCheck) as CandidatureRow['toCheck'] }
}
