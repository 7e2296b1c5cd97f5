import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { bringBack } from '#shared/operations/exchange/roomErrands.ts'
import { isOpeningRefused } from '#shared/operations/lease/isOpeningRefused.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import { hubStore } from './hubStore.ts'

/** [SY62] What a hub that was succeeded had ordered: the centre keeps it beside what the successor brought. */
export function oweRun(sharing: FileSharing, lease: string): void {
  sharing.keep(name, [...new Set([...owedRuns(sharing), lease])])
}

/** Tells the centre the runs that are owed; what it did not take is told at the next contact. */
export async function bringOwedRuns(
  sharing: FileSharing,
  centre: Pick<DeviceExchange, 'ask' | 'relay'>,
  nowMs: number,
): Promise<void> {
  const key = sharing.device()
  const owed = owedRuns(sharing)
  if (owed.length === 0) return
  const known = await centre.ask('leases', { known: owed })
  if (!known.ok) return
  for (const lease of owed) {
    // As long as it is open its successor goes on with it, and brings it back: it would end with what this hub had.
    if (known.value.leases.some(({ id, standing }) => id === lease && standing === 'open')) continue
    const rows = sharing.hubs.rows(lease)
    if (rows !== null && key !== null) {
      const told = await bringBack(centre, hubStore(rows), lease, nodeSigner(key.privateKey), nowMs)
      // Of a room whose opening it refused the centre keeps no run [SY22].
      const isRefused = !told.ok && told.why === 'unknown' && isOpeningRefused(sharing.copy, lease)
      if (!told.ok && !isRefused) continue
    }
    sharing.hubs.drop(lease)
    sharing.keep(name, owedRuns(sharing).filter((each) => each !== lease) as Json)
  }
}

const owedRuns = (sharing: FileSharing): readonly string[] =>
  (sharing.kept(name) as readonly string[] | null) ?? []

const name = 'runs-owed'
