import type { Json } from '#shared/kernel/canonicalJson.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'

/** Where a digest is cited in a room: in the commit of a device, or in an aggregate with which its lease began. */
export interface RoomCitation {
  /** Identifier of the commit, or entity (with its slash). */
  readonly source: string
  /** Empty for an aggregate. */
  readonly device: string
}

export interface RoomCitations {
  of(sha256: string): readonly RoomCitation[]
  /** Every digest that a commit of another device cites. */
  ofOthers(device: string): readonly string[]
}

/** Read from the rows of the hub as they grow: what came since the last question is looked at once. */
export function citationsIn(rows: SharedRows): RoomCitations {
  const known = new Map<string, RoomCitation[]>()
  let isBegun = false
  let lastG = 0
  let lastCarried = 0
  const note = (sha256: string, citation: RoomCitation): void => {
    const cited = known.get(sha256)
    if (cited === undefined) known.set(sha256, [citation])
    else cited.push(citation)
  }
  function noteCommit(cid: string): void {
    const commit = rows.row('commit', cid)?.commit
    if (commit === undefined || commit.body.length === 0) return
    const header = decodeCommitHeader(commit.header)
    const body = decodeCommitBody(commit.body)
    if (!header.ok || !body.ok) return
    for (const sha256 of new Set(body.value.ops.flatMap((operation) => blobsCitedBy(operation))))
      note(sha256, { source: cid, device: header.value.dev })
  }
  function look(): void {
    if (!isBegun) {
      isBegun = true
      for (const [entity, { state }] of rows.scan('aggregate'))
        for (const sha256 of blobsCitedBy({ e: entity, d: state as unknown as Json }))
          note(sha256, { source: entity, device: '' })
    }
    const g = rows.row('log', 'log')?.g ?? 0
    for (; lastG < g; lastG++) noteCommit(rows.row('entry', String(lastG + 1))?.entry.cid ?? '')
    const carried = rows.row('carriedCount', 'carried')?.count ?? 0
    for (; lastCarried < carried; lastCarried++)
      noteCommit(rows.row('carried', String(lastCarried + 1))?.cid ?? '')
  }
  return {
    of: (sha256) => {
      look()
      return known.get(sha256) ?? []
    },
    ofOthers: (device) => {
      look()
      return [...known].flatMap(([sha256, cited]) =>
        cited.some((each) => each.device !== '' && each.device !== device) ? [sha256] : [],
      )
    },
  }
}
