import type { Database } from 'better-sqlite3'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import type { Blobs } from '../store/blobs.ts'
import type { LeftAggregate } from './shownStates.ts'

/** Which kept bytes are cited by what came in, and are not here. */
export interface AwaitedBlobs {
  /** Notes what new commits and given states cite. */
  citedBy(changes: readonly RowChange[]): void
  /** Documents that were taken away: their bytes go too [SY4]. */
  dropOf(left: readonly LeftAggregate[]): void
  list(): readonly string[]
  came(sha256: string): void
}

export function awaitedBlobs(database: Database, blobs: Pick<Blobs, 'has'>): AwaitedBlobs {
  const insert = database.prepare(
    'INSERT INTO sync_awaited_blobs (sha256) VALUES (?) ON CONFLICT (sha256) DO NOTHING',
  )
  const remove = database.prepare('DELETE FROM sync_awaited_blobs WHERE sha256 = ?')
  const drop = database.prepare('DELETE FROM blobs WHERE sha256 = ?')
  const all = database.prepare<[], string>('SELECT sha256 FROM sync_awaited_blobs ORDER BY sha256').pluck()
  const note = (e: string, value: unknown): void => {
    for (const sha256 of blobsCitedBy({ e, d: value as Json })) if (!blobs.has(sha256)) insert.run(sha256)
  }
  return {
    citedBy: (changes) => {
      for (const change of changes) {
        if (change.row === null) continue
        if (change.table === 'base') note(change.key, change.row.state)
        if (change.table !== 'commit' || change.row.erased) continue
        const body = decodeCommitBody(change.row.commit.body)
        for (const { e, d } of body.ok ? body.value.ops : []) note(e, d)
      }
    },
    dropOf: (left) => {
      for (const { entity, state } of left)
        for (const sha256 of entity.startsWith('document/')
          ? blobsCitedBy({ e: entity, d: state as unknown as Json })
          : []) {
          drop.run(sha256)
          remove.run(sha256)
        }
    },
    list: () => all.all(),
    came: (sha256) => {
      remove.run(sha256)
    },
  }
}
