import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { loadTerritoryDirectory } from '#main/adapters/territories/loadTerritoryDirectory.ts'
import { readImportSource } from '#main/composition/readImportSource.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { runImport } from '#shared/usecases/imports/runImport.ts'
import type { CommitteeFile, UseCaseContext } from '#shared/usecases/ports.ts'
import { callOf } from '#tests/domain/builders.ts'
import { act, createdFile, secretary, tickingClock, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { dice } from '../ground/dice.ts'
import { plainDatabase } from '../ground/plainDatabase.ts'
import { projectOf } from '../ground/projectOf.ts'
import { bigCallId } from '../ground/writeBigFile.ts'
import type { Ground, Lap, Line } from '../measure/contest.ts'
import { lapOf, timed, timedAsync } from '../measure/timed.ts'

/** Line 6: a spreadsheet of candidatures into an empty file. */
export const importingLine: Line = {
  name: 'import',
  open: (ground) => {
    const csvPath = ground.file('candidatures.csv')
    writeCsv(csvPath, ground)
    const territories = loadTerritoryDirectory(join(rootDir, 'out', 'resources', 'territories.json'))
    return {
      contests: [
        {
          title: `Import of ${ground.sizes.csvRows} lines of CSV`,
          goal: 'none here (design: 100 000 lines at most twice the sqlite3 shell)',
          ours: {
            name: 'runImport()',
            lap: async (round) => {
              const { file } = await createdFile(
                ground.file(`import ${round} ${process.hrtime.bigint()}.delibere`),
              )
              openCall(file)
              const job = await timedAsync(() =>
                runImport(
                  contextOf(file),
                  { readSource: readImportSource, territories },
                  { callId: bigCallId, path: csvPath, kind: 'csv', mapping: null },
                  { onProgress: () => {}, signal: { aborted: false } },
                ),
              )
              const found = { imported: valueOf(job.value).imported, cents: totalOf(file) }
              file.close()
              return lapOf([job], found)
            },
          },
          peers: [
            {
              name: 'papaparse, rows into a plain indexed table',
              lap: (round) => plainImport(ground, csvPath, round, false),
            },
            {
              name: 'the same, with a search index (FTS5)',
              lap: (round) => plainImport(ground, csvPath, round, true),
            },
          ],
          notes: [
            'ours reads amounts, dates and départements with their doubts, matches each applicant to the national list, looks for duplicates, signs two operations a line, folds, encrypts, and can be undone in one act',
            'the peers keep the words of the CSV, unencrypted, in one transaction; what is doubtful stays so',
          ],
          check: (found) => {
            const [ours, ...peers] = [...found.values()].map((value) => JSON.stringify(value))
            if (peers.some((peer) => peer !== ours))
              throw new Error('the imports do not hold the same lines and money')
          },
        },
      ],
      close: () => {},
    }
  },
}

const headers = [
  'N°',
  'Demandeur',
  'Intitulé du projet',
  'Montant demandé',
  'Département',
  'Description',
  'Objectifs',
]

function writeCsv(path: string, { sizes }: Ground): void {
  const draw = dice(3)
  const lines = Array.from({ length: sizes.csvRows }, (_, index) => {
    const { dossier, requestedCents } = projectOf(draw, index + 1, sizes.wordsPerCandidature)
    return [
      index + 1,
      `${dossier.applicant.name} ${index + 1}`,
      dossier.title,
      (requestedCents / 100).toFixed(2).replace('.', ','),
      dossier.applicant.department?.code ?? '',
      dossier.description,
      dossier.objectives,
    ].join(';')
  })
  writeFileSync(path, `${[headers.join(';'), ...lines].join('\r\n')}\r\n`)
}

function openCall(file: CommitteeFile): void {
  const { id, ...call } = callOf()
  valueOf(
    file.transact(act('Appel'), (transaction) => {
      valueOf(transaction.emit('call.open@1', entityOf('call', id), call))
      return ok(null)
    }),
  )
}

const contextOf = (file: CommitteeFile): UseCaseContext => ({
  file,
  actor: secretary,
  clock: tickingClock(),
  randomness: nodeCrypto,
  digest: { sha256Hex: (content) => Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex') },
})

const totalOf = (file: CommitteeFile): number =>
  file
    .candidaturesOfCall(bigCallId)
    .reduce((sum, { candidature }) => sum + (candidature.requestedCents ?? 0), 0)

function plainImport(ground: Ground, csvPath: string, round: number, withSearch: boolean): Lap {
  const database = plainDatabase(ground.file(`import ${round} ${process.hrtime.bigint()}.sqlite`))
  database.exec(`CREATE TABLE lines (number INTEGER PRIMARY KEY, applicant TEXT, title TEXT, cents INTEGER,
      department TEXT, description TEXT, objectives TEXT);
    CREATE INDEX by_applicant ON lines (applicant, number);
    CREATE INDEX by_title ON lines (title, number);
    CREATE INDEX by_department ON lines (department, number, cents);
    CREATE INDEX by_cents ON lines (cents, number);`)
  if (withSearch)
    database.exec("CREATE VIRTUAL TABLE search USING fts5(text, prefix='2 3', detail=column, content='')")
  const insert = database.prepare('INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)')
  const index = withSearch ? database.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)') : null
  const job = timed(() => {
    const { data } = Papa.parse<string[]>(readFileSync(csvPath, 'utf8'), {
      delimiter: ';',
      skipEmptyLines: true,
    })
    database.transaction(() => {
      for (const [number, applicant = '', title, amount = '', ...rest] of data.slice(1)) {
        insert.run(
          Number(number),
          applicant,
          title,
          Math.round(Number(amount.replace(',', '.')) * 100),
          ...rest,
        )
        index?.run(Number(number), foldForSearch([number, applicant, title, ...rest].join('\n')))
      }
    })()
  })
  const found = database.prepare('SELECT count(*) AS imported, sum(cents) AS cents FROM lines').get()
  database.close()
  return lapOf([job], found)
}
