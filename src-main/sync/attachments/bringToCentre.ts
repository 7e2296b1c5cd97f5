import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { blobHttpClient } from '../../adapters/blobs/blobHttpClient.ts'
import { sendBlob } from '../../adapters/blobs/sendBlob.ts'
import { askBlob } from './askBlob.ts'
import type { RoomBlobs } from './roomBlobs.ts'

/**
 * [HS20] A hub brings the centre the attachments that others gave to its room: their authors may not come near it for long.
 * The centre must know the commits that cite them. False when the line was cut: asked again, what is there is not sent twice.
 */
export async function bringToCentre(
  centre: Pick<DeviceExchange, 'ask'>,
  { store, forCentre }: Pick<RoomBlobs, 'store' | 'forCentre'>,
): Promise<boolean> {
  const target = blobHttpClient('centre', askBlob(centre.ask))
  const control = { onProgress: () => {}, signal: { aborted: false } }
  for (const sha256 of await forCentre()) {
    const sent = await sendBlob(sha256, { store, target }, control)
    if (!sent.ok && sent.refusal.code === 'blob.absent') return false
  }
  return true
}
