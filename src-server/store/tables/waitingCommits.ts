import type { SignedCommit } from '#shared/operations/commit.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** Keeps what came before its predecessor (SY7). Keeping it again changes nothing. */
export async function keepWaiting(
  writer: SqlWriter,
  organisation: string,
  commit: SignedCommit,
  about: { readonly device: string; readonly seq: number; readonly receivedAtMs: number },
): Promise<void> {
  await writer.run(
    `INSERT INTO waiting_commits (organisation, device, seq, commit_id, header, body, signature, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    organisation,
    about.device,
    about.seq,
    commit.id,
    commit.header,
    commit.body,
    commit.signature,
    about.receivedAtMs,
  )
}

/** What waits under this `seq` of a device: more than one when the chain forked. By id, so that all processes agree. */
export async function waitingAt(
  reader: SqlReader,
  organisation: string,
  device: string,
  seq: number,
): Promise<readonly SignedCommit[]> {
  const rows = await reader.all<WaitingRow>(
    `SELECT commit_id, header, body, signature FROM waiting_commits
     WHERE organisation = ? AND device = ? AND seq = ? ORDER BY received_at, commit_id`,
    organisation,
    device,
    seq,
  )
  return rows.map((row) => ({
    id: bytesOf(row.commit_id),
    header: bytesOf(row.header),
    body: bytesOf(row.body),
    signature: bytesOf(row.signature),
  }))
}

export async function countWaiting(reader: SqlReader, organisation: string, device: string): Promise<number> {
  const row = await reader.one<{ readonly waiting: number }>(
    'SELECT count(*) AS waiting FROM waiting_commits WHERE organisation = ? AND device = ?',
    organisation,
    device,
  )
  return row?.waiting ?? 0
}

export async function dropWaiting(
  writer: SqlWriter,
  organisation: string,
  device: string,
  seq: number,
): Promise<void> {
  await writer.run(
    'DELETE FROM waiting_commits WHERE organisation = ? AND device = ? AND seq = ?',
    organisation,
    device,
    seq,
  )
}

interface WaitingRow {
  readonly commit_id: Uint8Array
  readonly header: Uint8Array
  readonly body: Uint8Array
  readonly signature: Uint8Array
}
