import type { Waiting } from '#shared/operations/authority/records.ts'
import type { SqlReader } from '../sqlDatabase.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import type { RowTable } from './rowTable.ts'

/** What came before its predecessor (SY7), a commit each. */
export const waitingRows: RowTable<'waiting'> = {
  async read(reader, { organisation }, devices) {
    const all: (Waiting | null)[] = []
    for (const device of devices) all.push(await waitingOf(reader, organisation, device))
    return all
  },
  async write(writer, { organisation }, changes) {
    for (const { key: device, row } of changes) {
      await writer.run(
        'DELETE FROM waiting_commits WHERE organisation = ? AND device = ?',
        organisation,
        device,
      )
      for (const { seq, commit, via } of row?.commits ?? [])
        await writer.run(
          `INSERT INTO waiting_commits (organisation, device, seq, commit_id, header, body, signature, via)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          organisation,
          device,
          seq,
          commit.id,
          commit.header,
          commit.body,
          commit.signature,
          via,
        )
    }
  },
}

async function waitingOf(reader: SqlReader, organisation: string, device: string): Promise<Waiting | null> {
  const rows = await reader.all<WaitingRow>(
    `SELECT seq, commit_id, header, body, signature, via FROM waiting_commits
     WHERE organisation = ? AND device = ? ORDER BY seq, commit_id`,
    organisation,
    device,
  )
  if (rows.length === 0) return null
  return {
    commits: rows.map((row) => ({
      seq: row.seq,
      commit: {
        header: bytesOf(row.header),
        body: bytesOf(row.body),
        signature: bytesOf(row.signature),
        id: bytesOf(row.commit_id),
      },
      via: row.via,
    })),
  }
}

interface WaitingRow {
  readonly seq: number
  readonly commit_id: Uint8Array
  readonly header: Uint8Array
  readonly body: Uint8Array
  readonly signature: Uint8Array
  readonly via: string | null
}
