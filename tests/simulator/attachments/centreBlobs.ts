import { openDraft } from '#shared/operations/authority/draft.ts'
import type { BlobRights } from '#shared/operations/blobs/blobPorts.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { mightHaveRead, readsCitation } from '#shared/operations/blobs/readsCitation.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import { centre } from '../meeting/cast.ts'
import { operationsOf } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'

/** What the centre knows of attachments: which commit cites what, for ever, and what follows from it now. */
export interface CentreBlobs extends BlobRights {
  /** Looks at the commits that came since; answers the rows to be kept. */
  look(): Rows
  /** Cited by commits that were erased since, and by no other. */
  leftByErasures(): readonly string[]
  /** [BL14] */
  isErasedFor(device: string, sha256: string): boolean
}

const citedPlace = 'cited|'

export function centreBlobs(disk: DiskReader): CentreBlobs {
  const cited = new Map<string, Map<string, string>>()
  const looked = new Set<string>()
  const note = (sha256: string, cid: string, device: string): void => {
    const sources = cited.get(sha256) ?? new Map<string, string>()
    cited.set(sha256, sources.set(cid, device))
  }
  for (const [key, device] of disk.list(citedPlace)) {
    const [sha256 = '', cid = ''] = key.slice(citedPlace.length).split('/')
    note(sha256, cid, String(device))
  }
  const rows = () => rowsOn(disk, centre)
  const isErased = (cid: string): boolean => rows().row('commit', cid)?.erased === true
  const sourcesOf = (sha256: string, erased: boolean): readonly string[] =>
    [...(cited.get(sha256)?.keys() ?? [])].filter(
      (cid) => rows().row('commit', cid) !== null && isErased(cid) === erased,
    )
  const isLeft = (sha256: string) =>
    sourcesOf(sha256, true).length > 0 && sourcesOf(sha256, false).length === 0
  return {
    look: () =>
      [...rows().scan('commit')].flatMap(([cid, { commit, dev }]): Rows => {
        if (looked.has(cid)) return []
        looked.add(cid)
        const found = new Set(operationsOf(commit).flatMap((operation) => blobsCitedBy(operation)))
        return [...found].map((sha256) => {
          note(sha256, cid, dev)
          return [`${citedPlace}${sha256}/${cid}`, dev]
        })
      }),
    leftByErasures: () => [...cited.keys()].filter(isLeft),
    isErasedFor: (device, sha256) =>
      isLeft(sha256) && mightHaveRead(openDraft(rows()), device, sourcesOf(sha256, true)),
    mayUpload(device, sha256) {
      const sources = sourcesOf(sha256, false)
      const asking = rows().row('device', device)
      return (
        sources.some((cid) => cited.get(sha256)?.get(cid) === device) ||
        (sources.length > 0 && asking?.mayHub === true && asking.standing === 'valid')
      )
    },
    mayDownload: (device, sha256) => readsCitation(openDraft(rows()), device, sourcesOf(sha256, false)),
  }
}
