import { bytesOf } from '../tables/bytesOf.ts'
import type { RowTable } from './rowTable.ts'

/** What came before its predecessor (SY7), a commit each. */
export const waitingRows: RowTable<'waiting'> = {
  async read(reader, { organisation }, device) {
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
  },
  async write(writer, { organisation }, device, row) {
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
  },
}

interface WaitingRow {
  readonly seq: number
  readonly commit_id: Uint8Array
  readonly header: Uint8Array
  readonly body: Uint8Array
  readonly signature: Uint8Array
  readonly via: string | null
}
