import { migration0001 } from './0001_first_server.ts'

/**
 * One frozen step, in the SQL that both databases read, but for three words that each spells its own way: `:integer`
 * (8 bytes), `:bytes`, `:strict` (end of a table). It imports nothing from the program of its day or of ours.
 */
export interface Migration {
  /** The schema version it leads to: 1, 2, 3 … */
  readonly version: number
  readonly sql: string
}

/** All of them, in order, for ever. */
export const migrations: readonly Migration[] = [migration0001]
