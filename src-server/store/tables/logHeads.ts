import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** Which log of which organisation. */
export interface LogPlace {
  readonly organisation: string
  readonly log: string
}

/** The last entry of a log: its place `g` (0: none yet) and its receipt (empty: not founded). */
export interface LogHead {
  readonly g: number
  readonly receipt: Uint8Array
  /** How many transactions held it. */
  readonly turn: number
}

/**
 * The head of a log, held for this transaction: whoever else appends to the log, in any process, waits for its end
 * (SV3). Makes the log at its first call.
 */
export async function lockLogHead(writer: SqlWriter, place: LogPlace): Promise<LogHead> {
  await writer.run(
    'INSERT INTO log_heads (organisation, log, epoch, g, receipt) VALUES (?, ?, 0, 0, ?) ON CONFLICT DO NOTHING',
    place.organisation,
    place.log,
    new Uint8Array(),
  )
  // A row that is written is locked until the end, in both databases, without a clause that only one of them knows.
  await writer.run(
    'UPDATE log_heads SET turn = turn + 1 WHERE organisation = ? AND log = ?',
    place.organisation,
    place.log,
  )
  return readLogHead(writer, place)
}

export async function readLogHead(reader: SqlReader, { organisation, log }: LogPlace): Promise<LogHead> {
  const row = await reader.one<LogHead>(
    'SELECT g, receipt, turn FROM log_heads WHERE organisation = ? AND log = ?',
    organisation,
    log,
  )
  return row === null ? noEntryYet : { g: row.g, receipt: bytesOf(row.receipt), turn: row.turn }
}

const noEntryYet: LogHead = { g: 0, receipt: new Uint8Array(), turn: 0 }
