import { setImmediate as nextTurn } from 'node:timers/promises'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { BundleCounts } from '#shared/operations/bundle/bundleClosing.ts'
import type { BundleHeader } from '#shared/operations/bundle/bundleHeader.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import { openBundleFile } from './bundleFile.ts'
import type { BundleControl } from './exportBundle.ts'

/** What anybody may know of a bundle without opening it. */
export interface BundleInspection {
  readonly header: BundleHeader
  readonly counts: BundleCounts
  readonly sizeBytes: number
}

/**
 * Reads a bundle through without opening it: who exported it, when, for whom, how much is inside, and that not a byte
 * was lost or changed since under the key that it names. Refuses what `openBundleFile` does, `file.cancelled`.
 */
export async function inspectBundle(
  path: string,
  ports: CommitDigest & CommitVerifier,
  { onProgress, signal }: BundleControl,
): Promise<Result<BundleInspection>> {
  const file = openBundleFile(path, ports)
  if (!file.ok) return file
  const { header, closing, sizeBytes, frame, close } = file.value
  try {
    for (let index = 0; index < closing.frames.length; index++) {
      if (signal.aborted) return refuse('file.cancelled')
      const sealed = frame(index)
      if (!sealed.ok) return sealed
      onProgress({ done: index + 1, total: closing.frames.length })
      await nextTurn()
    }
    return ok({ header, counts: closing.counts, sizeBytes })
  } finally {
    close()
  }
}
