import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'
import type { LogPlace } from './logHeads.ts'

/** The head of a log signed by its authority (SY15), verbatim. */
export interface StoredCheckpoint {
  readonly g: number
  readonly checkpoint: Uint8Array
  readonly signature: Uint8Array
}

export async function keepCheckpoint(
  writer: SqlWriter,
  { organisation, log }: LogPlace,
  { g, checkpoint, signature }: StoredCheckpoint,
): Promise<void> {
  await writer.run(
    `INSERT INTO checkpoints (organisation, log, g, checkpoint, signature) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (organisation, log, g) DO NOTHING`,
    organisation,
    log,
    g,
    checkpoint,
    signature,
  )
}

export async function lastCheckpoint(
  reader: SqlReader,
  { organisation, log }: LogPlace,
): Promise<StoredCheckpoint | null> {
  const row = await reader.one<StoredCheckpoint>(
    `SELECT g, checkpoint, signature FROM checkpoints WHERE organisation = ? AND log = ? ORDER BY g DESC LIMIT 1`,
    organisation,
    log,
  )
  return row && { g: row.g, checkpoint: bytesOf(row.checkpoint), signature: bytesOf(row.signature) }
}
