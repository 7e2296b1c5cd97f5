import type { SignedCommit } from '#shared/operations/commit.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** A commit as it came, and what of its header is looked for. */
export interface KeptCommit {
  readonly device: string
  readonly seq: number
  readonly scope: string
  /** `fork`: another commit of the device had this `seq` first; this one is kept as proof (SY7). */
  readonly standing: 'chain' | 'fork'
  readonly id: Uint8Array
  readonly header: Uint8Array
  /** Null once erased (SY28). */
  readonly body: Uint8Array | null
  readonly signature: Uint8Array
  readonly receivedAtMs: number
}

/** Keeps a commit for ever. Keeping the same one again changes nothing; answers whether it is new. */
export async function keepCommit(
  writer: SqlWriter,
  organisation: string,
  commit: SignedCommit,
  about: Pick<KeptCommit, 'device' | 'seq' | 'scope' | 'standing' | 'receivedAtMs'>,
): Promise<boolean> {
  const added = await writer.run(
    `INSERT INTO commits (organisation, commit_id, device, seq, standing, scope, header, body, signature, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation, commit_id) DO NOTHING`,
    organisation,
    commit.id,
    about.device,
    about.seq,
    about.standing,
    about.scope,
    commit.header,
    commit.body,
    commit.signature,
    about.receivedAtMs,
  )
  return added === 1
}

export async function commitById(
  reader: SqlReader,
  organisation: string,
  id: Uint8Array,
): Promise<KeptCommit | null> {
  const row = await reader.one<CommitRow>(
    `SELECT ${columns} FROM commits WHERE organisation = ? AND commit_id = ?`,
    organisation,
    id,
  )
  return row === null ? null : commitOf(row)
}

/** What a device wrote from `seq` on, in order, proofs of forks after the one of the chain. */
export async function commitsOfDevice(
  reader: SqlReader,
  organisation: string,
  device: string,
  fromSeq: number,
  limit: number,
): Promise<readonly KeptCommit[]> {
  const rows = await reader.all<CommitRow>(
    `SELECT ${columns} FROM commits WHERE organisation = ? AND device = ? AND seq >= ?
     ORDER BY seq, standing, commit_id LIMIT ?`,
    organisation,
    device,
    fromSeq,
    limit,
  )
  return rows.map(commitOf)
}

/** Drops the body: header, signature and receipts stay, and the chains still verify (SY28). */
export async function eraseBody(writer: SqlWriter, organisation: string, id: Uint8Array): Promise<boolean> {
  const erased = await writer.run(
    'UPDATE commits SET body = NULL WHERE organisation = ? AND commit_id = ? AND body IS NOT NULL',
    organisation,
    id,
  )
  return erased === 1
}

const columns = 'commit_id, device, seq, standing, scope, header, body, signature, received_at'

interface CommitRow {
  readonly commit_id: Uint8Array
  readonly device: string
  readonly seq: number
  readonly standing: 'chain' | 'fork'
  readonly scope: string
  readonly header: Uint8Array
  readonly body: Uint8Array | null
  readonly signature: Uint8Array
  readonly received_at: number
}

const commitOf = (row: CommitRow): KeptCommit => ({
  device: row.device,
  seq: row.seq,
  scope: row.scope,
  standing: row.standing,
  id: bytesOf(row.commit_id),
  header: bytesOf(row.header),
  body: row.body === null ? null : bytesOf(row.body),
  signature: bytesOf(row.signature),
  receivedAtMs: row.received_at,
})
