import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { SendBlobRequest } from '../../adapters/blobs/blobHttpClient.ts'

/** Requests of attachments over the line that is up. */
export const askBlob =
  (ask: DeviceExchange['ask']): SendBlobRequest =>
  async ({ method, path, body }) => {
    const answered = await ask('blob', { method, path, body })
    if (!answered.ok) throw new Error(`the authority did not answer: ${answered.why}`)
    return answered.value
  }
