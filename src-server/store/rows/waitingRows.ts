import type { Waiting } from '#shared/operations/authority/records.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import { readMany } from './manyRows.ts'
import type { RowTable } from './rowTable.ts'

/** What came before its predecessor (SY7), a commit each. */
export const waitingRows: RowTable<'waiting'> = {
  async read(reader, { organisation }, devices) {
    const rows = await readMany<WaitingRow>(
      reader,
      { table: 'waiting_commits', keyColumn: 'device', columns },
      organisation,
      devices,
    )
    const byDevice = Map.groupBy(rows, ({ device }) => device)
    return devices.map((device) => waitingOf(byDevice.get(device)))
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

function waitingOf(rows: readonly WaitingRow[] | undefined): Waiting | null {
  if (rows === undefined) return null
  const inOrder = [...rows].sort(
    (one, other) => one.seq - other.seq || Buffer.compare(one.commit_id, other.commit_id),
  )
  return {
    commits: inOrder.map((row) => ({
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

const columns = 'device, seq, commit_id, header, body, signature, via'

interface WaitingRow {
  readonly device: string
  readonly seq: number
  readonly commit_id: Uint8Array
  readonly header: Uint8Array
  readonly body: Uint8Array
  readonly signature: Uint8Array
  readonly via: string | null
}
