import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Followed } from '#shared/operations/exchange/deviceExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { connectCentre } from '../../adapters/network/client/connectCentre.ts'
import { ownDevice } from '../link/ownDevice.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { type CentrePlace, centreAddress } from './centrePlace.ts'

/**
 * A channel with the centre of this file, which must hold the key that this file knows it by, and serve the same log.
 * Refuses as `connectCentre`, `sync.must-enrol`, `sync.server-changed`.
 */
export async function connectToCentre(
  sharing: FileSharing,
  place: CentrePlace,
  { app, timers }: SyncPorts,
): Promise<Result<{ readonly channel: PeerChannel; readonly followed: Followed }>> {
  const device = ownDevice(
    sharing,
    app,
    () => place.log,
    // The centre signs under one name; whoever else answers is not believed.
    (id) => (id === place.authority ? place.authorityKey : null),
  )
  if (device === null) return refuse('sync.must-enrol')
  const connected = await connectCentre(centreAddress(place), device, timers)
  if (!connected.ok) return connected
  const { channel, welcome } = connected.value
  if (welcome.authority !== place.authority || welcome.log !== place.log) {
    channel.close('proof-refused')
    return refuse('sync.server-changed')
  }
  const { authority, authorityKey, log } = place
  return ok({ channel, followed: { authority, log, authorityKey } })
}
