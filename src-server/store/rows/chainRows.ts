import { bytesOf } from '../tables/bytesOf.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

export const chainRows: RowTable<'chain'> = {
  async read(reader, { organisation }, device) {
    const row = await reader.one<{ readonly seq: number; readonly header_digest: Uint8Array }>(
      'SELECT seq, header_digest FROM device_heads WHERE organisation = ? AND device = ?',
      organisation,
      device,
    )
    return row && { seq: row.seq, digest: bytesOf(row.header_digest) }
  },
  async write(writer, { organisation }, device, row) {
    neverRemoved(row)
    await writer.run(
      `INSERT INTO device_heads (organisation, device, seq, header_digest) VALUES (?, ?, ?, ?)
       ON CONFLICT (organisation, device) DO UPDATE
       SET seq = excluded.seq, header_digest = excluded.header_digest`,
      organisation,
      device,
      row.seq,
      row.digest,
    )
  },
}
