import { migration0001 } from './0001_first_file.ts'
import { migration0002 } from './0002_scenarios_and_places.ts'
import { migration0003 } from './0003_documents.ts'
import { migration0004 } from './0004_shared_file.ts'

/** One frozen step: text of SQL that imports nothing from the program of its day or of ours. */
export interface Migration {
  /** The schema version it leads to: 1, 2, 3 … */
  readonly version: number
  readonly sql: string
}

/** All of them, in order, for ever. */
export const migrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004]
