import type { Database } from 'better-sqlite3'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import {
  citedByBodies,
  citedByBody,
  citedByStates,
  tellsWithheld,
  withheldEntities,
} from './blobsCitedHere.ts'
import type { SpaceRows } from './spaceRows.ts'
import type { SyncSettings } from './syncSettings.ts'

/**
 * Bytes that leave this file with what cited them [SY4, SY28]. Inside the transaction of its caller; what lies outside of the
 * file, on the way here, is noted there and taken away by the host afterwards, whatever happened meanwhile.
 */
export interface BlobsLeaving {
  /** What these changes, not written yet, may leave without a citation. */
  doubted(changes: readonly RowChange[]): ReadonlySet<string>
  /** Once they are written: those that nothing here cites any more go. */
  drop(doubted: ReadonlySet<string>): void
  /** [BL14] Those that the centre says only erased commits cite go, unless a body here cites them: states alone do not count. */
  dropErased(digests: readonly string[]): void
  /** Cited by what is shown, and gone for good. */
  isErased(sha256: string): boolean
  /** Cited anew, by a commit that is here. */
  citedAnew(sha256: string): void
  /** To be taken away from what is on its way here. */
  pieces(): readonly string[]
  piecesGone(digests: readonly string[]): void
}

export function blobsLeaving(database: Database, copy: SpaceRows, settings: SyncSettings): BlobsLeaving {
  const drop = database.prepare('DELETE FROM blobs WHERE sha256 = ?')
  const expect = database.prepare(
    'INSERT INTO sync_awaited_blobs (sha256) VALUES (?) ON CONFLICT (sha256) DO NOTHING',
  )
  const forget = database.prepare('DELETE FROM sync_awaited_blobs WHERE sha256 = ?')
  const listed = (name: string): readonly string[] =>
    (settings.read(name) as unknown as readonly string[] | null) ?? []
  const list = (name: string, digests: Iterable<string>): void => {
    const all = [...new Set(digests)].sort()
    settings.write(name, all.length === 0 ? null : all)
  }
  /** @param isStillTold whether a state that stays here names it: it is then missing, and no damage. */
  const leave = (gone: readonly string[], isStillTold: (sha256: string) => boolean): void => {
    if (gone.length === 0) return
    for (const sha256 of gone) {
      drop.run(sha256)
      if (isStillTold(sha256)) expect.run(sha256)
      else forget.run(sha256)
    }
    list(piecesName, [...listed(piecesName), ...gone])
  }
  /** Of bodies and states that are about to be dropped: what they cite as they lie here. */
  const citedByLost = (change: RowChange): readonly string[] => {
    const { table, key, row } = change
    if (table === 'commit' || table === 'own') {
      const isDropped = row === null || row.commit.body.length === 0
      return isDropped ? citedByBody(copy.row(table, key)?.commit.body ?? nothing) : []
    }
    if (table !== 'aggregate' || row !== null) return []
    return blobsCitedBy({ e: key, d: (copy.row('aggregate', key)?.state ?? null) as unknown as Json })
  }
  const isNewlyWithheld = ({ table, key, row }: RowChange): boolean =>
    table === 'aggregate' &&
    row !== null &&
    tellsWithheld(key, (row as { readonly state: unknown }).state) &&
    !tellsWithheld(key, copy.row('aggregate', key)?.state ?? null)

  return {
    doubted: (changes) => {
      const doubted = new Set(changes.flatMap(citedByLost))
      if (!changes.some(isNewlyWithheld)) return doubted
      // Which of them are is known once it is written: everything that is shown is looked at.
      return new Set([...doubted, ...citedByStates(database, copy, () => true)])
    },
    drop: (doubted) => {
      if (doubted.size === 0) return
      const withheld = withheldEntities(database, copy)
      const bodies = citedByBodies(database, copy, withheld)
      const states = citedByStates(database, copy, (entity) => !withheld.has(entity))
      const told = citedByStates(database, copy, (entity) => withheld.has(entity))
      leave(
        [...doubted].filter((sha256) => !bodies.has(sha256) && !states.has(sha256)),
        (sha256) => told.has(sha256),
      )
    },
    dropErased: (digests) => {
      if (digests.length === 0) return
      const bodies = citedByBodies(database, copy)
      const gone = digests.filter((sha256) => !bodies.has(sha256))
      const told = citedByStates(database, copy, () => true)
      leave(gone, (sha256) => told.has(sha256))
      list(erasedName, [...listed(erasedName), ...gone])
    },
    isErased: (sha256) => listed(erasedName).includes(sha256),
    citedAnew: (sha256) => {
      const erased = listed(erasedName)
      if (erased.includes(sha256))
        list(
          erasedName,
          erased.filter((each) => each !== sha256),
        )
    },
    pieces: () => listed(piecesName),
    piecesGone: (digests) =>
      list(
        piecesName,
        listed(piecesName).filter((sha256) => !digests.includes(sha256)),
      ),
  }
}

const erasedName = 'blobs-erased'
const piecesName = 'blobs-left'
const nothing = new Uint8Array(0)
