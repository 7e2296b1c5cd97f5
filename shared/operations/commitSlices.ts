import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { type CommittedOperation, maxCommitBytes, maxOperationsPerCommit } from './commit.ts'

/**
 * Cuts a batch, in order, into runs that each fit one commit. An operation too large by itself stands alone, and
 * `encodeCommit` refuses it.
 */
export function sliceForCommits(
  operations: readonly CommittedOperation[],
): readonly (readonly CommittedOperation[])[] {
  const slices: CommittedOperation[][] = []
  let slice: CommittedOperation[] = []
  let sizeBytes = 0
  for (const operation of operations) {
    const operationBytes = utf8Length(canonicalJson(operation as unknown as Json)) + 1
    if (
      slice.length === maxOperationsPerCommit ||
      (slice.length > 0 && sizeBytes + operationBytes > roomBytes)
    ) {
      slices.push(slice)
      slice = []
      sizeBytes = 0
    }
    slice.push(operation)
    sizeBytes += operationBytes
  }
  if (slice.length > 0) slices.push(slice)
  return slices
}

/** What is left for operations after a header, a salt and a signature of ordinary length. */
const roomBytes = maxCommitBytes - 4096

/** Length in UTF-8 bytes, without writing them: each half of a surrogate pair counts 2. */
function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) length += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return length
}
