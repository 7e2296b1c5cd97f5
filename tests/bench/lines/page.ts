import type { Database } from 'better-sqlite3'
import type { CandidatureQuery, CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { openBeside } from '../ground/openBeside.ts'
import { bigCallId } from '../ground/writeBigFile.ts'
import type { Contest, Line, Side } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 2: one page of 50 of a filtered and sorted list. */
export const pageLine: Line = {
  name: 'page',
  open: async (ground) => {
    const { file, database, touch } = await openBeside(await ground.bigFile())
    const list = (query: CandidatureQuery) => file.listCandidatures(query).rows.map(({ id }) => id)
    const count = ground.sizes.candidatures
    // What is kept from page to page is there, as for anybody who scrolls.
    const kept: Side = { name: 'listCandidatures(), totals kept', lap: scroll(list, () => {}) }
    const fresh: Side = { name: 'listCandidatures(), totals to count', lap: scroll(list, touch) }
    const contests: Contest[] = [
      {
        title: `Pages of 50 of ${count} candidatures, one département, by applicant`,
        goal: 'at most 1.2 of the raw driver',
        ours: kept,
        peers: [
          { name: 'raw driver, prepared statement', lap: scroll(rawPages(database), () => {}) },
          inJavaScript(database),
        ],
        notes: [
          'eight pages a round, from the first one to the middle of what the filter leaves; all on the same encrypted file and cache',
          'the raw driver gives the same rows without their totals, which ours keeps from page to page',
          'the JavaScript side has every row resident and sorts for each page as a renderer would when the sort changes',
        ],
        check: sameIds,
      },
      {
        title: `First page after a change, of ${count} candidatures, one département, by applicant`,
        goal: 'at most 1.2 of the raw driver',
        ours: fresh,
        peers: [{ name: 'raw driver, page and totals', lap: scroll(rawPagesWithTotals(database), touch) }],
        notes: ['both count the lines, add up the money and list the départements; only ours remembers them'],
        check: sameIds,
      },
    ]
    return { contests, close: () => file.close() }
  },
}

const department = '56'
const offsets = [0, 50, 100, 500, 1000, 2000, 3000, 4000]

const queryAt = (offset: number): CandidatureQuery => ({
  callId: bigCallId,
  search: '',
  filters: { department },
  sort: 'applicant',
  descending: false,
  offset,
  limit: 50,
})

function scroll(
  pageOf: (query: CandidatureQuery) => readonly string[],
  before: (round: number) => void,
): Side['lap'] {
  return (round) => {
    const laps = offsets.map((offset) => {
      before(round)
      return timed(() => pageOf(queryAt(offset)))
    })
    return lapOf(
      laps,
      laps.map(({ value }) => value),
    )
  }
}

const columns = `candidature_id AS id, dossier_id AS dossierId, call_id AS callId, number, applicant, title, department,
  requested_cents AS requestedCents, status, to_check AS toCheck, merged_into AS mergedInto`

function rawPages(database: Database) {
  const page = database.prepare<[string, string, number, number], { id: string; toCheck: string }>(
    `SELECT ${columns} FROM candidature_list WHERE call_id = ? AND department = ?
     ORDER BY applicant_key, number, place LIMIT ? OFFSET ?`,
  )
  return ({ offset, limit }: CandidatureQuery): readonly string[] =>
    page
      .all(bigCallId, department, limit, offset)
      .map((row) => ({ ...row, toCheck: JSON.parse(row.toCheck) as unknown }))
      .map(({ id }) => id)
}

function rawPagesWithTotals(database: Database) {
  const pageOf = rawPages(database)
  const totals = database.prepare(
    `SELECT department, count(*), coalesce(sum(requested_cents), 0) FROM candidature_list
     WHERE call_id = ? AND department = ? GROUP BY department`,
  )
  return (query: CandidatureQuery): readonly string[] => {
    totals.all(bigCallId, department)
    return pageOf(query)
  }
}

function inJavaScript(database: Database): Side {
  const rows = database
    .prepare<[string], CandidatureRow>(`SELECT ${columns} FROM candidature_list WHERE call_id = ?`)
    .all(bigCallId)
  const french = new Intl.Collator('fr')
  return {
    name: 'all rows in memory, Intl.Collator',
    lap: scroll(
      ({ offset, limit }) =>
        rows
          .filter((row) => row.department === department)
          .sort((a, b) => french.compare(a.applicant, b.applicant) || a.number - b.number)
          .slice(offset, offset + limit)
          .map(({ id }) => id),
      () => {},
    ),
  }
}

function sameIds(found: ReadonlyMap<string, unknown>): void {
  const [ours, ...peers] = [...found.entries()].map(([name, pages]) => ({
    name,
    text: JSON.stringify(pages),
  }))
  for (const { name, text } of peers)
    if (text !== ours?.text) throw new Error(`${name} does not show the same candidatures in the same order`)
}
