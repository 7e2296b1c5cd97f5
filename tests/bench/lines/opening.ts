import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { CandidatureQuery } from '#shared/domain/candidature/candidatureList.ts'
import { openedFile, passphrase } from '#tests/sqlite/committeeOnDisk.ts'
import { openBeside } from '../ground/openBeside.ts'
import { bigCallId } from '../ground/writeBigFile.ts'
import type { Line } from '../measure/contest.ts'
import { lapOf, timed, timedAsync } from '../measure/timed.ts'

/** Line 5: from the passphrase to the first page of the list. */
export const openingLine: Line = {
  name: 'opening',
  open: async (ground) => {
    const path = await ground.bigFile()
    const peerPath = ground.file('sqlcipher.sqlite')
    await writePeer(path, peerPath)
    return {
      contests: [
        {
          title: `Unlock to first list, ${ground.sizes.candidatures} candidatures`,
          goal: "at most 0.4 of SQLCipher's own opening",
          ours: {
            name: 'open() then listCandidatures()',
            lap: async () => {
              const job = await timedAsync(async () => {
                const file = await openedFile(path)
                return { file, page: file.listCandidatures(firstPage) }
              })
              job.value.file.close()
              return lapOf(
                [job],
                job.value.page.rows.map(({ id }) => id),
              )
            },
          },
          peers: [
            {
              name: 'SQLCipher 4 passphrase (PBKDF2), page',
              lap: () => {
                const job = timed(() => {
                  const database = keyedWithPassphrase(peerPath)
                  return { database, ids: firstIds(database) }
                })
                job.value.database.close()
                return lapOf([job], job.value.ids)
              },
            },
          ],
          notes: [
            'ours derives with Argon2id (64 MiB, 3 passes), which resists graphic cards; SQLCipher with 256 000 rounds of PBKDF2-HMAC-SHA512, which does not',
            'ours also takes the file for itself, checks both key areas and the schema, brings back the journal and prepares every statement of the file; the peer reads a bare copy of the list',
            'the pages are in the cache of the system on both sides',
          ],
          check: (found) => {
            const [ours, peer] = [...found.values()].map((ids) => JSON.stringify(ids))
            if (ours !== peer) throw new Error('the two first pages differ')
          },
        },
      ],
      close: () => {},
    }
  },
}

const firstPage: CandidatureQuery = {
  callId: bigCallId,
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 50,
}

function firstIds(database: Database): readonly string[] {
  database
    .prepare(
      `SELECT department, count(*), sum(requested_cents) FROM candidature_list WHERE call_id = ? GROUP BY department`,
    )
    .all(bigCallId)
  return database
    .prepare<[string], { id: string }>(
      'SELECT candidature_id AS id, * FROM candidature_list WHERE call_id = ? ORDER BY number LIMIT 50',
    )
    .all(bigCallId)
    .map(({ id }) => id)
}

function keyedWithPassphrase(path: string): Database {
  const database = new SqliteDatabase(path)
  database.pragma("cipher='sqlcipher'")
  database.pragma('legacy=4')
  database.pragma(`key='${passphrase}'`)
  return database
}

/** The list and its two indexes that the page needs, in a file keyed by the passphrase itself. */
async function writePeer(path: string, peerPath: string): Promise<void> {
  const { file, database } = await openBeside(path)
  const peer = keyedWithPassphrase(peerPath)
  peer.exec(`CREATE TABLE candidature_list (candidature_id TEXT, call_id TEXT, number INTEGER, applicant TEXT,
    title TEXT, department TEXT, requested_cents INTEGER, status TEXT)`)
  const insert = peer.prepare(
    'INSERT INTO candidature_list VALUES (@candidature_id, @call_id, @number, @applicant, @title, @department, @requested_cents, @status)',
  )
  const rows = database.prepare(`SELECT candidature_id, call_id, number, applicant, title, department,
    requested_cents, status FROM candidature_list`)
  peer.transaction(() => {
    for (const row of rows.iterate()) insert.run(row)
  })()
  peer.exec(`CREATE INDEX by_number ON candidature_list (call_id, number);
    CREATE INDEX by_department ON candidature_list (call_id, department, number, requested_cents)`)
  peer.close()
  file.close()
}
