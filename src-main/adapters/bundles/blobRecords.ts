import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'

/**
 * The records of one blob that lies here whole, one chunk in memory at a time. Refuses `blob.absent`, `blob.altered`,
 * as last item. @param scope where the operation that cites it is read.
 */
export async function* blobRecords(
  store: Pick<BlobStore, 'whole' | 'chunk'>,
  sha256: string,
  scope: string,
): AsyncGenerator<Result<BundleRecord>, void, undefined> {
  const manifest = await store.whole(sha256)
  if (!manifest.ok || manifest.value === null) {
    yield manifest.ok ? refuse('blob.absent', { sha256 }) : manifest
    return
  }
  yield ok({ kind: 'blob', scope, manifest: manifest.value })
  for (const index of manifest.value.chunks.keys()) {
    const bytes = await store.chunk(sha256, index)
    if (!bytes.ok) {
      yield bytes
      return
    }
    yield ok({ kind: 'chunk', bytes: bytes.value })
  }
}
