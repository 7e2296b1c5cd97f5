import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { SchemaRange } from '#shared/operations/wire/wireFrame.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import type { ChannelDevice } from '../../adapters/network/networkPorts.ts'

/** What this program writes and reads. */
export const ownSchemas: SchemaRange = [1, knownSchema]

/** How this laptop presents itself to the authority of a log; null when it has no key it may use. */
export function ownDevice(
  sharing: FileSharing,
  app: string,
  log: () => string,
  authorityKey: (id: string) => Uint8Array | null,
): ChannelDevice | null {
  const key = sharing.device()
  if (key === null) return null
  return {
    id: key.id,
    app,
    schemas: ownSchemas,
    position: () => {
      const cursor = sharing.copy.row('cursor', log())
      return cursor === null || cursor.g === 0
        ? { cursor: 0, receipt: null }
        : { cursor: cursor.g, receipt: cursor.r }
    },
    sign: nodeSigner(key.privateKey).sign,
    authorityKey,
  }
}
