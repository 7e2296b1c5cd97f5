import type { ChainHead } from '#shared/operations/chain.ts'
import { ChangedMeanwhile, type SqlReader, type SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** Where the chain of a device stands at this authority; null before its first commit. */
export async function readDeviceHead(
  reader: SqlReader,
  organisation: string,
  device: string,
): Promise<ChainHead | null> {
  const row = await reader.one<{ readonly seq: number; readonly header_digest: Uint8Array }>(
    'SELECT seq, header_digest FROM device_heads WHERE organisation = ? AND device = ?',
    organisation,
    device,
  )
  return row === null ? null : { device, seq: row.seq, headerDigest: bytesOf(row.header_digest) }
}

/**
 * One step along the chain of a device.
 * @throws ChangedMeanwhile when another transaction, on another log, took the step first.
 */
export async function moveDeviceHead(
  writer: SqlWriter,
  organisation: string,
  next: ChainHead,
): Promise<void> {
  const moved =
    next.seq === 1
      ? await writer.run(
          `INSERT INTO device_heads (organisation, device, seq, header_digest) VALUES (?, ?, 1, ?)
           ON CONFLICT DO NOTHING`,
          organisation,
          next.device,
          next.headerDigest,
        )
      : await writer.run(
          `UPDATE device_heads SET seq = ?, header_digest = ?
           WHERE organisation = ? AND device = ? AND seq = ?`,
          next.seq,
          next.headerDigest,
          organisation,
          next.device,
          next.seq - 1,
        )
  if (moved !== 1) throw new ChangedMeanwhile('the head of a device')
}
