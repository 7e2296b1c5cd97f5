import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type BlobManifest, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import type { BundleControl } from './exportBundle.ts'
import type { OpenBundle } from './openBundle.ts'

/** What of a bundle goes to the log: commits, entries with their receipts, checkpoints, verbatim and in order. */
export type BundleLogRecord = Extract<BundleRecord, { kind: 'commit' | 'entry' | 'checkpoint' }>

/** The doors that everything else comes in by too, so that a bundle taken twice changes nothing more [BN7]. */
export interface BundleDoors<T> {
  readonly store: BlobStore
  /**
   * In one transaction, all or nothing. An item that is a refusal (the key was pulled out) rolls back and is answered.
   */
  takeLog(records: Iterable<Result<BundleLogRecord>>): Result<T>
}

/**
 * Takes in a bundle: its blobs, then its log, so that what the log cites is there when it is. Stopped in between, the
 * log is untouched, and blobs are kept for the next time. Refuses what the store and the door refuse, `blob.altered`
 * (its exporter described a blob falsely), `bundle.altered`, `bundle.cut`, `file.cancelled`.
 */
export async function importBundle<T>(
  bundle: OpenBundle,
  { store, takeLog }: BundleDoors<T>,
  digest: CommitDigest,
  control: BundleControl,
): Promise<Result<T>> {
  const blobs = bundle.counts.blobs === 0 ? ok(null) : await takeBlobs(bundle, store, digest, control)
  if (!blobs.ok) return blobs
  return takeLog(logRecordsOf(bundle))
}

function* logRecordsOf(bundle: OpenBundle): Generator<Result<BundleLogRecord>, void, undefined> {
  for (const record of bundle.records()) {
    if (!record.ok) yield record
    else if (
      record.value.kind !== 'blob' &&
      record.value.kind !== 'chunk' &&
      record.value.kind !== 'contents'
    )
      yield ok(record.value)
  }
}

async function takeBlobs(
  bundle: OpenBundle,
  store: BlobStore,
  digest: CommitDigest,
  { onProgress, signal }: BundleControl,
): Promise<Result<null>> {
  let coming: {
    readonly manifest: BlobManifest
    readonly transfer: string
    readonly isHere: boolean
  } | null = null
  let index = 0
  let done = 0
  for (const record of bundle.records()) {
    if (signal.aborted) return refuse('file.cancelled')
    if (!record.ok) return record
    if (record.value.kind === 'blob') {
      const { manifest } = record.value
      const reception = await store.receive(manifest)
      if (!reception.ok) return reception
      coming = { manifest, transfer: transferOf(manifest, digest), isHere: reception.value.whole }
      index = 0
      onProgress({ done: done++, total: bundle.counts.blobs })
    } else if (record.value.kind === 'chunk' && coming !== null) {
      const { manifest, transfer, isHere } = coming
      const kept = isHere
        ? ok(null)
        : await store.putChunk(manifest.sha256, transfer, index, record.value.bytes)
      if (!kept.ok) return kept
      index++
    }
  }
  onProgress({ done, total: bundle.counts.blobs })
  return ok(null)
}
