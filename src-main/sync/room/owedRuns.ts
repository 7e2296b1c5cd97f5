import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { bringBack } from '#shared/operations/exchange/roomErrands.ts'
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
  for (const lease of owedRuns(sharing)) {
    const rows = sharing.hubs.rows(lease)
    if (rows !== null && key !== null) {
      const told = await bringBack(centre, hubStore(rows), lease, nodeSigner(key.privateKey), nowMs)
      if (!told.ok) continue
    }
    sharing.hubs.drop(lease)
    sharing.keep(name, owedRuns(sharing).filter((each) => each !== lease) as Json)
  }
}

const owedRuns = (sharing: FileSharing): readonly string[] =>
  (sharing.kept(name) as readonly string[] | null) ?? []

const name = 'runs-owed'
