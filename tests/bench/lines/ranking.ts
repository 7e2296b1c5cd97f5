import SqliteDatabase from 'better-sqlite3'
import { contendersOf } from '#shared/domain/ranking/contendersOf.ts'
import { placeUnderEnvelope } from '#shared/domain/ranking/placeUnderEnvelope.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankedCandidature } from '#shared/domain/ranking/ranking.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { candidatureScorer } from '#shared/domain/scoring/candidatureScorer.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import {
  callOf,
  candidatureOf,
  gridOf,
  memberId,
  membersOf,
  scaled,
  sheetOf,
} from '#tests/domain/builders.ts'
import { dice } from '../ground/dice.ts'
import type { Contest, Line, Sizes } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 1: every mark of a call into an ordered list, beside the aggregate of SQL over one row per mark. */
export const rankingLine: Line = {
  name: 'ranking',
  open: ({ sizes }) => {
    const input = rankingInput(sizes)
    const sql = marksInSql(input)
    return { contests: [wholeRanking(input, sql), afterOneMark(input, sql)], close: sql.close }
  },
}

interface MarksInSql {
  ranking(): readonly SqlRow[]
  setMark(candidatureNumber: number, hundredths: number): void
  close(): void
}
type SqlRow = { readonly number: number; readonly score: number }

function wholeRanking(input: RankingInput, sql: MarksInSql): Contest {
  return {
    title: `Full ranking: ${size(input)}`,
    goal: 'at most 1: exact and explained must cost no more than approximate and bare',
    ours: {
      name: 'rank()',
      lap: () => {
        const job = timed(() => rank(input))
        return lapOf([job], scoresOf(job.value.rows))
      },
    },
    peers: [
      {
        name: 'SQL aggregate, one row per mark, memory',
        lap: () => {
          const job = timed(() => sql.ranking())
          return lapOf(
            [job],
            job.value.map(({ score }) => score.toFixed(6)),
          )
        },
      },
    ],
    notes: [
      'the peer adds up in floating point and stops at the ordered averages',
      'ours is exact and also gives every line of every sheet, averages by criterion, gaps, knock-outs, ties, awards under the envelope and absent markers',
      'neither side reads a disk: the sheets are in memory, the peer is a plain memory database',
    ],
    check: sameScores,
  }
}

function afterOneMark(input: RankingInput, sql: MarksInSql): Contest {
  const contenders = [...contendersOf(input)]
  const score = candidatureScorer(input.grid, input.call.rules)
  const changed = input.candidatures[Math.floor(input.candidatures.length / 2)]
  if (changed === undefined) throw new Error('nothing to rank')
  const place = contenders.findIndex(({ candidature }) => candidature.id === changed.id)
  const hundredthsAt = (round: number) => (round % 6) * 100
  const sheetsAt = (round: number): readonly Sheet[] =>
    input.sheets
      .filter((sheet) => sheet.candidatureId === changed.id)
      .map((sheet) =>
        sheet.evaluatorId === memberId(1)
          ? { ...sheet, marks: { ...sheet.marks, C1: mark(hundredthsAt(round)) } }
          : sheet,
      )
  return {
    title: `Ranking again after one mark: ${size(input)}`,
    goal: 'at most 1 ms (design)',
    ours: {
      name: 'one candidature scored, all placed',
      lap: (round) => {
        const sheets = sheetsAt(round)
        const job = timed(() => {
          const contender = contenders[place]
          if (contender !== undefined) contenders[place] = { ...contender, score: score(sheets, []) }
          return placeUnderEnvelope(contenders, input.call.rules)
        })
        return lapOf([job], scoresOf(job.value))
      },
    },
    peers: [
      {
        name: 'UPDATE of one row, SQL aggregate again',
        lap: (round) => {
          const job = timed(() => {
            sql.setMark(changed.number, hundredthsAt(round))
            return sql.ranking()
          })
          return lapOf(
            [job],
            job.value.map(({ score }) => score.toFixed(6)),
          )
        },
      },
    ],
    notes: [
      'ours is what the explanation of a rank does for each step it tries',
      'the screen of the ranking asks for the whole ranking each time it is shown',
    ],
    check: sameScores,
  }
}

const mark = (hundredths: number) => ({ kind: 'value', hundredths, comment: '' }) as const

const size = (input: RankingInput): string =>
  `${input.candidatures.length} candidatures × ${input.members.length} members × ${input.grid.sections.flatMap(({ criteria }) => criteria).length} criteria`

const scoresOf = (rows: readonly RankedCandidature[]): readonly string[] =>
  rows.map(({ score: { total } }) =>
    total === null ? '' : (Number(total.num) / Number(total.den)).toFixed(6),
  )

/** The sixth decimal may differ by one: the peer adds up in floating point. */
function sameScores(found: ReadonlyMap<string, unknown>): void {
  const [ours = [], peer = []] = [...found.values()] as (readonly string[])[]
  const same =
    ours.length === peer.length &&
    ours.every((score, index) => Math.abs(Number(score) - Number(peer[index])) < 2e-6)
  if (!same) throw new Error('the two rankings do not give the same scores in the same order')
}

function rankingInput({ rankedCandidatures, members, criteria }: Sizes): RankingInput {
  const draw = dice(7)
  const columns = Array.from({ length: criteria }, (_, index) =>
    scaled(`C${index + 1}`, (index % 5) + 1, '0-5'),
  )
  const candidatures = Array.from({ length: rankedCandidatures }, (_, index) => candidatureOf(index + 1))
  return {
    grid: gridOf(...columns),
    call: callOf({ tieBreakers: [{ kind: 'lowest-requested' }] }),
    candidatures,
    populations: {},
    sheets: candidatures.flatMap(({ id }) =>
      Array.from({ length: members }, (_, member) =>
        sheetOf(
          id,
          memberId(member + 1),
          Object.fromEntries(columns.map(({ code }) => [code, draw.roll(6) * 100])),
        ),
      ),
    ),
    recusals: [],
    members: membersOf(members),
  }
}

function marksInSql(input: RankingInput): MarksInSql {
  const database = new SqliteDatabase(':memory:')
  database.exec(`
    CREATE TABLE criteria (code TEXT PRIMARY KEY, weight INTEGER NOT NULL, maximum INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE marks (candidature INTEGER, member TEXT, code TEXT, hundredths INTEGER NOT NULL,
      PRIMARY KEY (candidature, member, code)) WITHOUT ROWID;`)
  const addCriterion = database.prepare('INSERT INTO criteria VALUES (?, ?, 500)')
  const addMark = database.prepare('INSERT INTO marks VALUES (?, ?, ?, ?)')
  const numbers = new Map(input.candidatures.map(({ id, number }) => [id, number]))
  database.transaction(() => {
    for (const { criteria } of input.grid.sections)
      for (const { code, weight } of criteria) addCriterion.run(code, weight)
    for (const { candidatureId, evaluatorId, marks } of input.sheets)
      for (const [code, { kind, ...value }] of Object.entries(marks))
        if (kind === 'value' && 'hundredths' in value)
          addMark.run(numbers.get(candidatureId), evaluatorId, code, value.hundredths)
  })()
  const ranking = database.prepare<[], SqlRow>(`
    SELECT candidature AS number, avg(total) AS score FROM (
      SELECT candidature, sum(hundredths * weight * 1.0 / maximum) / sum(weight) * 100 AS total
      FROM marks JOIN criteria USING (code) GROUP BY candidature, member
    ) GROUP BY candidature ORDER BY score DESC, number`)
  const setMark = database.prepare(
    'UPDATE marks SET hundredths = ? WHERE candidature = ? AND member = ? AND code = ?',
  )
  return {
    ranking: () => ranking.all(),
    setMark: (number, hundredths) => {
      setMark.run(hundredths, number, memberId(1), 'C1')
    },
    close: () => database.close(),
  }
}
