import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { CandidatureQuery } from '#shared/domain/candidature/candidatureList.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { dice } from '../ground/dice.ts'
import { openBeside } from '../ground/openBeside.ts'
import { vocabularySize, wordAt } from '../ground/words.ts'
import { bigCallId } from '../ground/writeBigFile.ts'
import type { Line, Side } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 3: the list while somebody types, letter after letter. */
export const searchLine: Line = {
  name: 'search',
  open: async (ground) => {
    const { file, database, touch } = await openBeside(await ground.bigFile())
    const { candidatures, keystrokes, wordsPerCandidature } = ground.sizes
    const texts = textsInPlainDatabase(database)
    const typing = (answer: (search: string) => readonly number[]): Side['lap'] => {
      return (round) => {
        // Nothing is remembered from the round before: every keystroke of a person is new.
        touch(round)
        const laps = typedAt(round, keystrokes).map((search) => timed(() => answer(search)))
        return lapOf(
          laps,
          laps.map(({ value }) => value),
        )
      }
    }
    return {
      contests: [
        {
          title: `Search as you type in ${candidatures} candidatures of ${wordsPerCandidature} words`,
          goal: 'p50 at most 1 ms, p95 at most 1/60 of LIKE (design, for the index alone)',
          ours: {
            name: 'listCandidatures({ search })',
            lap: typing((search) => {
              const page = file.listCandidatures(queryOf(search))
              return [page.total, ...page.rows.map(({ number }) => number)]
            }),
          },
          peers: [{ name: 'LIKE over folded text, plain file', lap: typing(likeOver(texts)) }],
          notes: [
            `${keystrokes} keystrokes a round: words typed from their second to their fifth letter, common and rare`,
            'both answer the first 50 by number, how many there are, their money and their départements',
            'the peer reads an unencrypted memory database whose text is folded beforehand; ours is encrypted',
          ],
          check: sameAnswers,
        },
      ],
      close: () => {
        texts.close()
        file.close()
      },
    }
  },
}

const queryOf = (search: string): CandidatureQuery => ({
  callId: bigCallId,
  search,
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 50,
})

/** Each round types other words. */
function typedAt(round: number, count: number): readonly string[] {
  const draw = dice(1000 + round)
  return Array.from({ length: Math.ceil(count / 4) }, (_, index) =>
    wordAt(index % 2 === 0 ? draw.roll(vocabularySize) : draw.rollLow(vocabularySize)),
  )
    .flatMap((word) => [2, 3, 4, 5].map((letters) => word.slice(0, letters)))
    .slice(0, count)
}

function textsInPlainDatabase(from: Database): Database {
  const texts = new SqliteDatabase(':memory:')
  texts.exec(`CREATE TABLE texts (place INTEGER PRIMARY KEY, number INTEGER, department TEXT, cents INTEGER, text TEXT);
    CREATE INDEX texts_by_number ON texts (number)`)
  const insert = texts.prepare('INSERT INTO texts VALUES (@place, @number, @department, @cents, @text)')
  const rows = from.prepare(`SELECT place, number, department, requested_cents AS cents, search_text AS text
    FROM candidature_list JOIN candidature_text USING (place)`)
  texts.transaction(() => {
    for (const row of rows.iterate() as IterableIterator<{ text: string }>) {
      // A space before each word: « begins a word » is then one LIKE.
      insert.run({ ...row, text: ` ${row.text.replace(/\P{L}+/gu, ' ')}` })
    }
  })()
  return texts
}

function likeOver(texts: Database): (search: string) => readonly number[] {
  const page = texts
    .prepare<[string], number>('SELECT number FROM texts WHERE text LIKE ? ORDER BY number LIMIT 50')
    .pluck()
  const totals = texts.prepare<[string], { count: number }>(
    'SELECT department, count(*) AS count, sum(cents) FROM texts WHERE text LIKE ? GROUP BY department',
  )
  return (search) => {
    const pattern = `% ${foldForSearch(search)}%`
    const total = totals.all(pattern).reduce((sum, { count }) => sum + count, 0)
    return [total, ...page.all(pattern)]
  }
}

function sameAnswers(found: ReadonlyMap<string, unknown>): void {
  const [ours, like] = [...found.values()].map((answers) => JSON.stringify(answers))
  if (ours !== like) throw new Error('the search and LIKE do not find the same candidatures')
}
