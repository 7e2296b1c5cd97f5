import { bytesOf } from '../tables/bytesOf.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** The head of the log; null until it is founded, although its row is there to be held. */
export const logRows: RowTable<'log'> = {
  async read(reader, { organisation, log }, keys) {
    const row = await reader.one<{
      readonly epoch: number
      readonly g: number
      readonly receipt: Uint8Array
    }>('SELECT epoch, g, receipt FROM log_heads WHERE organisation = ? AND log = ?', organisation, log)
    const isFounded = row !== null && row.receipt.length > 0
    return keys.map(() => (isFounded ? { log, epoch: row.epoch, g: row.g, r: bytesOf(row.receipt) } : null))
  },
  async write(writer, { organisation, log }, changes) {
    for (const change of changes) {
      const row = neverRemoved(change)
      if (row.log !== log) throw new Error('the head of another log')
      await writer.run(
        `INSERT INTO log_heads (organisation, log, epoch, g, receipt) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (organisation, log) DO UPDATE
         SET epoch = excluded.epoch, g = excluded.g, receipt = excluded.receipt`,
        organisation,
        log,
        row.epoch,
        row.g,
        row.r,
      )
    }
  },
}
