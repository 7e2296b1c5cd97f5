import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'

/**
 * Ties a database to the key of its authority at the first start. False when it belongs to another key: certificates
 * and checkpoints would no longer hold.
 */
export async function claimAuthority(
  writer: SqlWriter,
  publicKey: Uint8Array,
  nowMs: number,
): Promise<boolean> {
  await writer.run(
    'INSERT INTO authority (one, public_key, restores, made_at) VALUES (1, ?, 0, ?) ON CONFLICT DO NOTHING',
    publicKey,
    nowMs,
  )
  const row = await writer.one<{ readonly public_key: Uint8Array }>(
    'SELECT public_key FROM authority WHERE one = 1',
  )
  return row !== null && Buffer.from(row.public_key).equals(publicKey)
}

/** How many times this database was restored from an older state (SY17). */
export async function readRestores(reader: SqlReader): Promise<number> {
  const row = await reader.one<{ readonly restores: number }>('SELECT restores FROM authority WHERE one = 1')
  return row?.restores ?? 0
}

/** Says that the database was restored; `atLeast`: what is known of the one it replaces. Answers the new counter. */
export async function raiseRestores(writer: SqlWriter, atLeast = 0): Promise<number> {
  const restores = Math.max(await readRestores(writer), atLeast) + 1
  await writer.run('UPDATE authority SET restores = ? WHERE one = 1', restores)
  // What is ordered from here on is of another life of each log.
  await writer.run('UPDATE log_heads SET epoch = ? WHERE epoch < ?', restores, restores)
  return restores
}
