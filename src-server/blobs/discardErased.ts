import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { blobsLeftByErasures } from '../store/tables/citations.ts'

/**
 * Takes away the bytes of attachments that nothing cites any more since what cited them was erased (SV28). Harmless when they
 * are gone already: what was left by who was stopped in the middle, or while their place was away, is taken away the next time.
 */
export async function discardErased(
  reader: SqlReader,
  organisation: string,
  store: Pick<BlobStore, 'discard'>,
): Promise<void> {
  for (const sha256 of await blobsLeftByErasures(reader, organisation)) await store.discard(sha256)
}
