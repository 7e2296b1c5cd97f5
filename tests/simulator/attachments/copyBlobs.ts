import type { Json } from '#shared/kernel/canonicalJson.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import type { DiskReader } from '../kernel/disk.ts'
import { copyName, operationsOf } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'

/** What the copy of a laptop cites, as its disk has it now. */
export function copyBlobs(disk: DiskReader) {
  const ofCommit = new Map<string, readonly string[]>()
  const rows = () => rowsOn(disk, copyName)
  const citedBy = (cid: string, commit: Parameters<typeof operationsOf>[0]): readonly string[] => {
    if (commit.body.length === 0) return []
    const known = ofCommit.get(cid) ?? operationsOf(commit).flatMap((operation) => blobsCitedBy(operation))
    ofCommit.set(cid, known)
    return known
  }
  const own = () =>
    [...rows().scan('own')].flatMap(([, { cid, commit }]) =>
      citedBy(cid, commit).map((sha256) => ({ cid, sha256 })),
    )
  return {
    /** By the papers that are shown. */
    cited: (): ReadonlySet<string> =>
      new Set(
        [...rows().scan('aggregate')].flatMap(([e, { state }]) =>
          e.startsWith('document/') && state !== null ? blobsCitedBy({ e, d: state as unknown as Json }) : [],
        ),
      ),
    writtenHere: own,
    inBodies: (): ReadonlySet<string> =>
      new Set([
        ...own().map(({ sha256 }) => sha256),
        ...[...rows().scan('commit')].flatMap(([cid, { commit }]) => citedBy(cid, commit)),
      ]),
  }
}
