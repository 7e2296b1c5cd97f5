import { join } from 'node:path'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { blobHttpClient } from '../../adapters/blobs/blobHttpClient.ts'
import { diskBlobStore } from '../../adapters/blobs/diskBlobStore.ts'
import { fetchBlob } from '../../adapters/blobs/fetchBlob.ts'
import { keptBlobs } from '../../adapters/blobs/keptBlobs.ts'
import { sendBlob } from '../../adapters/blobs/sendBlob.ts'
import type { SyncPorts } from '../syncPorts.ts'

/** The bytes that operations cite, both ways: own ones are offered, those that are missing here are fetched. */
export interface MovedAttachments {
  /** Everything that can move now; another call meanwhile changes nothing. */
  move(ask: DeviceExchange['ask']): Promise<void>
  stop(): void
}

export function moveAttachments(
  { sharing, fileId }: ShareableFile,
  ports: SyncPorts,
  onProgress: (progress: SyncState['progress']) => void,
): MovedAttachments {
  const signal = { aborted: false }
  let isMoving = false
  const store = () =>
    diskBlobStore({
      folder: join(ports.piecesFolder, fileId),
      blobKey: piecesKey(),
      ports: { ...ports.crypto, bytes: (length) => ports.randomness.bytes(length) },
    })

  /** What comes in pieces waits sealed outside the file, under a key that lies in it. */
  function piecesKey(): Uint8Array {
    const kept = sharing.kept(keyName)
    const known = typeof kept === 'string' ? base64UrlDecode(kept) : undefined
    if (known !== undefined) return known
    const made = ports.randomness.bytes(32)
    sharing.keep(keyName, base64UrlEncode(made))
    return made
  }

  async function moveAll(ask: DeviceExchange['ask']): Promise<void> {
    const offered = sharing.attachments.toOffer()
    const missing = sharing.attachments.missing()
    const total = offered.length + missing.length
    if (total === 0) return
    let done = 0
    const say = () => onProgress({ what: 'attachments', done, total })
    const client = blobHttpClient('authority', async ({ method, path, body }) => {
      const answered = await ask('blob', { method, path, body })
      if (!answered.ok) throw new Error(`the authority did not answer: ${answered.why}`)
      return answered.value
    })
    const control = { onProgress: () => {}, signal }
    say()
    for (const sha256 of offered) {
      const kept = keptBlobs((each) => sharing.attachments.read(each), ports.crypto)
      await sendBlob(sha256, { store: kept, target: client }, control)
      done++
      say()
    }
    const pieces = missing.length === 0 ? null : store()
    for (const sha256 of missing) {
      if (signal.aborted || pieces === null) break
      const fetched = await fetchBlob(
        sha256,
        { store: pieces, sources: [client], digest: ports.crypto },
        control,
      )
      if (fetched.ok) {
        const parts: Uint8Array[] = []
        for (const index of fetched.value.chunks.keys()) {
          const chunk = await pieces.chunk(sha256, index)
          if (chunk.ok) parts.push(chunk.value)
        }
        if (!signal.aborted && sharing.attachments.put(sha256, new Uint8Array(Buffer.concat(parts))).ok)
          await pieces.discard(sha256)
      }
      done++
      say()
    }
  }

  return {
    move: async (ask) => {
      if (isMoving || signal.aborted) return
      isMoving = true
      try {
        await moveAll(ask)
      } finally {
        isMoving = false
        if (!signal.aborted) onProgress(null)
      }
    },
    stop: () => {
      signal.aborted = true
    },
  }
}

const keyName = 'pieces-key'
