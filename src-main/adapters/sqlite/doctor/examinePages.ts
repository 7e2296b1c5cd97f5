import SqliteDatabase, { type Database } from 'better-sqlite3'
import { checkpoint } from '../file/checkpoint.ts'
import { isSoundFinding } from '../file/reservedPages.ts'

/**
 * The structure of the database, and the authentication code of every page in use: pages are read again from the disk,
 * and one whose code is wrong makes the reading itself fail.
 */
export function examinePages(database: Database): string | null {
  try {
    if (!database.inTransaction) checkpoint(database)
    database.pragma('shrink_memory')
    const finding = database.pragma('integrity_check(1000)', { simple: true })
    if (!isSoundFinding(finding)) return sentenceOf(String(finding))
    const [orphan] = database.pragma('foreign_key_check') as {
      table: string
      rowid: number | null
      parent: string
    }[]
    if (orphan === undefined) return null
    return `La table ${orphan.table} (ligne ${orphan.rowid ?? '?'}) renvoie à ${orphan.parent}, où rien ne lui correspond.`
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError && damageCodes.test(error.code))) throw error
    return alteredPage('Une page')
  }
}

const damageCodes = /^SQLITE_(CORRUPT|NOTADB|IOERR)/

/** Once one page is refused, the connection refuses the others too: only the first line says something. */
function sentenceOf(finding: string): string {
  const unreadable = /page (\d+): unable to get the page/.exec(finding)
  if (unreadable !== null) return alteredPage(`La page ${unreadable[1]}`)
  const [first = finding] = finding
    .split('\n')
    .filter((line) => !line.startsWith('***') && !/^Page [2-5]: never used$/.test(line))
  return `La structure de la base est abîmée (${first}).`
}

/** @param which page, as the subject of the sentence. */
export const alteredPage = (which: string) =>
  `${which} du fichier a été modifiée ou abîmée : son code d’authentification est faux.`
