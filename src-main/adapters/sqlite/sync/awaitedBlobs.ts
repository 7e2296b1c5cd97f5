import type { Database } from 'better-sqlite3'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import type { Blobs } from '../store/blobs.ts'
import { citedByBody } from './blobsCitedHere.ts'

/** Which kept bytes are cited by what came in, and are not here. */
export interface AwaitedBlobs {
  /** Notes what new commits and given states cite. Answers what the commits cite, here or not. */
  citedBy(changes: readonly RowChange[]): readonly string[]
  list(): readonly string[]
  came(sha256: string): void
}

export function awaitedBlobs(database: Database, blobs: Pick<Blobs, 'has'>): AwaitedBlobs {
  const insert = database.prepare(
    'INSERT INTO sync_awaited_blobs (sha256) VALUES (?) ON CONFLICT (sha256) DO NOTHING',
  )
  const remove = database.prepare('DELETE FROM sync_awaited_blobs WHERE sha256 = ?')
  const all = database.prepare<[], string>('SELECT sha256 FROM sync_awaited_blobs ORDER BY sha256').pluck()
  const note = (digests: readonly string[]): void => {
    for (const sha256 of digests) if (!blobs.has(sha256)) insert.run(sha256)
  }
  return {
    citedBy: (changes) => {
      const byCommits: string[] = []
      for (const change of changes) {
        if (change.row === null) continue
        if (change.table === 'base')
          note(blobsCitedBy({ e: change.key, d: change.row.state as unknown as Json }))
        if (change.table === 'commit' && !change.row.erased)
          byCommits.push(...citedByBody(change.row.commit.body))
      }
      note(byCommits)
      return byCommits
    },
    list: () => all.all(),
    came: (sha256) => {
      remove.run(sha256)
    },
  }
}
