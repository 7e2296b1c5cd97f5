import { ok, type Result } from '#shared/kernel/result.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { decodeCommitHeader } from '#shared/operations/commitDecode.ts'

/**
 * The records of a run of commits, in its order: whole where the reader reads the scope, header and signature alone
 * elsewhere, so that he can still verify the chains (SY3). A header that cannot be read stops the run.
 */
export function* commitRecords(
  commits: Iterable<Omit<SignedCommit, 'id'>>,
  mayRead: (scope: string) => boolean,
): Generator<Result<BundleRecord>, void, undefined> {
  for (const { header, body, signature } of commits) {
    const read = decodeCommitHeader(header)
    if (!read.ok) {
      yield read
      return
    }
    yield ok({ kind: 'commit', header, body: mayRead(read.value.scope) ? body : null, signature })
  }
}
