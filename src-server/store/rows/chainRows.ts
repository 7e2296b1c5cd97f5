import { bytesOf } from '../tables/bytesOf.ts'
import { readMany, writeMany } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

export const chainRows: RowTable<'chain'> = {
  async read(reader, { organisation }, devices) {
    const rows = await readMany<ChainRow>(
      reader,
      { table: 'device_heads', keyColumn: 'device', columns: 'device, seq, header_digest' },
      organisation,
      devices,
    )
    const found = new Map(
      rows.map((row) => [row.device, { seq: row.seq, digest: bytesOf(row.header_digest) }]),
    )
    return devices.map((device) => found.get(device) ?? null)
  },
  async write(writer, { organisation }, changes) {
    await writeMany(
      writer,
      {
        table: 'device_heads',
        columns: ['organisation', 'device', 'seq', 'header_digest'],
        key: ['organisation', 'device'],
        changed: ['seq', 'header_digest'],
      },
      changes.map((change) => {
        const { seq, digest } = neverRemoved(change)
        return [organisation, change.key, seq, digest]
      }),
    )
  },
}

interface ChainRow {
  readonly device: string
  readonly seq: number
  readonly header_digest: Uint8Array
}
