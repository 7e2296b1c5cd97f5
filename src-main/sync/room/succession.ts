import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { askSeed, takeOver } from '#shared/operations/exchange/roomErrands.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { hubStore } from './hubStore.ts'

/**
 * A successor keeps the rows from which the hub orders, before they are needed [SY21]: from the centre that gave the lease,
 * else from the hub, which kept those that it began with, at any time of the room; else from its own copy as it stands before
 * it takes anything of the room [SY22].
 */
export async function prepareSuccession(
  { sharing }: ShareableFile,
  lease: Lease,
  centre: Pick<DeviceExchange, 'ask' | 'relay'> | null,
  ofHub: readonly RowChange[] | null,
): Promise<void> {
  const own = sharing.device()?.id
  if (own === undefined || !lease.successors.includes(own) || sharing.hubs.rows(lease.id) !== null) return
  const given = centre === null || lease.emergency ? null : await askSeed(centre, lease.id)
  if (sharing.isBusy() || sharing.hubs.rows(lease.id) !== null) return
  if (given?.ok) sharing.hubs.open(lease.id, given.value.rows)
  else if (ofHub !== null) sharing.hubs.open(lease.id, ofHub)
  else if (
    sharing.copy.row('cursor', leaseLog(lease.id)) === null &&
    sharing.copy.row('device', lease.hub) !== null
  )
    sharing.hubs.open(lease.id, leaseSeed(sharing.copy, lease))
}

/**
 * [SY21] Does again, on the seed of the lease, what the hub did, and goes on under the next epoch. Refuses
 * `room.not-successor` when the rows of the lease are not here.
 */
export async function succeed(
  { sharing }: ShareableFile,
  lease: Lease,
  ports: SyncPorts,
): Promise<Result<null>> {
  const rows = sharing.hubs.rows(lease.id)
  if (rows === null) return refuse('room.not-successor')
  const outputs = await takeOver(hubStore(rows), sharing.copy, lease.id, { ...ports.crypto, ...ports.judge })
  for (const output of outputs) if (output.kind === 'incident') sharing.noteIncident(output.incident)
  return ok(null)
}
