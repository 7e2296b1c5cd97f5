import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { succeedHub } from '#shared/operations/lease/succeedHub.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { recordOfCopy } from './roomRecord.ts'

/** A successor keeps the rows from which the hub orders, asked of whoever has them, before they are needed [SY21]. */
export async function prepareSuccession(
  { sharing }: ShareableFile,
  lease: Lease,
  from: Pick<DeviceExchange, 'ask'>,
): Promise<void> {
  const own = sharing.device()?.id
  if (own === undefined || !lease.successors.includes(own) || sharing.hubs.rows(lease.id) !== null) return
  const seeded = await from.ask('lease-seed', { lease: lease.id })
  if (seeded.ok && sharing.hubs.rows(lease.id) === null && !sharing.isBusy())
    sharing.hubs.open(lease.id, seeded.value.rows)
}

/**
 * [SY21] Does again, on the seed of the lease, what the hub did, and goes on under the next epoch. Refuses
 * `room.not-successor` when the rows of the lease or the receipts of the room are not here, and as `SharedRows.write`.
 */
export function succeed({ sharing }: ShareableFile, lease: Lease, ports: SyncPorts): Result<null> {
  const rows = sharing.hubs.rows(lease.id)
  const record = recordOfCopy(sharing.copy, lease.id)
  if (rows === null || record === null) return refuse('room.not-successor')
  const answer = succeedHub(rows, lease.id, record, { ...ports.crypto, ...ports.judge })
  if (lacks(answer)) throw new Error('a row of the file was said to be missing')
  const written = rows.write(answer.changes)
  if (!written.ok) return written
  for (const output of answer.outputs) if (output.kind === 'incident') sharing.noteIncident(output.incident)
  return ok(null)
}
