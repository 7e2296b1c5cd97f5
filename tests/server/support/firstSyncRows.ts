import { gunzipSync } from 'node:zlib'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { verifyFirstSync } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { checkChunk, nothingRead, readChunk } from '#shared/operations/first-sync/firstSyncReading.ts'

/** Asks for a first copy over a channel, and checks every chunk as a laptop does. */
export async function firstSyncRows(
  exchange: Pick<DeviceExchange, 'ask'>,
  authorityKey: Uint8Array,
): Promise<readonly FedRow[]> {
  const answered = await exchange.ask('first-sync', {})
  if (!answered.ok) throw new Error(`first-sync: ${answered.why}`)
  const rows: FedRow[] = []
  for (const signed of answered.value.manifests) {
    const manifest = verifyFirstSync(signed, authorityKey, nodeCrypto)
    if (!manifest.ok) throw new Error(manifest.refusal.code)
    let progress = nothingRead
    for (const { sha256 } of manifest.value.chunks) {
      const chunk = await exchange.ask('first-sync-chunk', { sha256 })
      if (!chunk.ok) throw new Error(`chunk: ${chunk.why}`)
      const bytes = chunk.value.chunk
      const checked = checkChunk(manifest.value, progress, bytes, nodeCrypto)
      if (!checked.ok) throw new Error(checked.refusal.code)
      const read = readChunk(manifest.value, progress, new Uint8Array(gunzipSync(bytes)), nodeCrypto)
      if (!read.ok) throw new Error(read.refusal.code)
      rows.push(...(read.value.rows as unknown as readonly FedRow[]))
      progress = read.value.progress
    }
    if (progress.rows !== manifest.value.rows) throw new Error('rows are missing')
  }
  return rows
}
