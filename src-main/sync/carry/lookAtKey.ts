import type { BundleLook } from '#shared/contract/syncAnswers.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { BundleControl } from '../../adapters/bundles/exportBundle.ts'
import { inspectBundle } from '../../adapters/bundles/inspectBundle.ts'
import type { SyncPorts } from '../syncPorts.ts'

/** What a key is, before anything of it is taken. Refuses as `inspectBundle`. */
export async function lookAtKey(
  sharing: FileSharing,
  path: string,
  ports: SyncPorts,
  control: BundleControl,
): Promise<Result<BundleLook>> {
  const looked = await inspectBundle(path, ports.crypto, control)
  if (!looked.ok) return looked
  const { header, sizeBytes } = looked.value
  const own = sharing.device()?.id
  const user = sharing.copy.row('device', header.exporter.device)?.user
  const name = user === undefined ? undefined : sharing.copy.row('user', user)?.name
  return ok({
    exportedBy: name ?? `Poste ${header.exporter.device.slice(-4)}`,
    at: new Date(header.at).toISOString(),
    sizeBytes,
    isForThisLaptop: header.slots.some((slot) => slot.kind === 'device' && slot.device === own),
    hasPassphrase: header.slots.some(({ kind }) => kind === 'passphrase'),
  })
}
