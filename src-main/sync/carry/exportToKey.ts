import type { Result } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { keptBlobs } from '../../adapters/blobs/keptBlobs.ts'
import { blobRecords } from '../../adapters/bundles/blobRecords.ts'
import { type BundleControl, exportBundle } from '../../adapters/bundles/exportBundle.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import type { HubRoom } from '../room/hubRoom.ts'
import { roomOfFile } from '../room/roomPlace.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { asResults, type KeyContents, ownOnKey, roomOnKey, together, unsettledOwn } from './keyContents.ts'

/** For whom a key is made: the laptop of a person, or the one that orders the room. */
export type KeyReader = { readonly kind: 'device'; readonly deviceId: string } | { readonly kind: 'room' }

/**
 * « Exporter vers une clé »: what the reader does not have yet and may read. Refuses `bundle.no-recipient` for a laptop
 * that is not known here, or whose rights are not, unless it may order a room; else as `exportBundle`.
 */
export async function exportToKey(
  { fileId, sharing }: ShareableFile,
  hub: HubRoom | null,
  wish: { readonly path: string; readonly to: KeyReader },
  ports: SyncPorts,
  control: BundleControl,
): Promise<Result<{ readonly path: string; readonly sizeBytes: number }>> {
  const key = sharing.device()
  if (key === null) return refuse('sync.must-enrol')
  const room = roomOfFile(sharing)
  const device = wish.to.kind === 'room' ? (room?.orderedBy ?? null) : wish.to.deviceId
  if (device === null) return refuse('room.none-open')
  const known = (hub?.rows ?? sharing.copy).row('device', device) ?? sharing.copy.row('device', device)
  const publicKey = known && base64UrlDecode(known.publicKey)
  if (known === null || publicKey == null || known.standing !== 'valid' || device === key.id)
    return refuse('bundle.no-recipient', { device })
  const mandates = sharing.copy.row('mandates', known.user)?.list ?? null
  // Whoever may order a room carries what is not its to order, unread, as it does over the network [SY35].
  const mayCarry =
    known.mayHub || (room !== null && [room.lease.hub, ...room.lease.successors].includes(device))
  if (mandates === null && !mayCarry && hub === null) return refuse('bundle.no-recipient', { device })
  if (hub !== null) await orderOwn(hub, sharing)
  const signer = nodeSigner(key.privateKey)
  const own = ownOnKey(sharing, mayCarry ? null : (mandates ?? []))
  const contents: KeyContents =
    hub === null
      ? own
      : together(roomOnKey(hub.rows, known.user, ports.clock.nowMs(), { ...ports.crypto, ...signer }), own)
  const kept = keptBlobs((sha256) => sharing.attachments.read(sha256), ports.crypto)
  async function* records() {
    for (const { sha256, scope } of contents.blobs) yield* blobRecords(kept, sha256, scope)
    yield* asResults(contents.records)
  }
  const written = await exportBundle(
    wish.path,
    {
      org: fileId,
      scopes: contents.scopes,
      recipients: [{ kind: 'device', device, publicKey }],
      records: records(),
      expectedBytes: contents.records.length * 1_000,
    },
    {
      device: key.id,
      publicKey: key.publicKey,
      ports: {
        ...ports.crypto,
        ...signer,
        nowMs: () => ports.clock.nowMs(),
        bytes: (length) => ports.randomness.bytes(length),
      },
    },
    control,
  )
  return written.ok ? { ok: true, value: { path: wish.path, sizeBytes: written.value.sizeBytes } } : written
}

/**
 * What this laptop just wrote is ordered in its own room before the key is made: on it otherwise only as something that waits,
 * which its reader cannot show. A disk that is full does not keep the rest from leaving.
 */
async function orderOwn({ exchange }: HubRoom, { copy }: FileSharing): Promise<void> {
  await exchange.receive(unsettledOwn(copy).map(({ commit }) => commit)).catch(() => [])
}
