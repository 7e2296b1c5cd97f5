import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { lacks, type RowChange, type Rows, type Table } from '#shared/operations/authority/rows.ts'
import type { ReplicaAnswer, ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { MustEnrol, SharedRows } from '#shared/usecases/sharingPorts.ts'
import { refusedBySystem } from '../file/refusedBySystem.ts'
import { awaitedBlobs } from './awaitedBlobs.ts'
import { blobsLeaving } from './blobsLeaving.ts'
import { forgetTaken } from './forgetTaken.ts'
import type { SharedFileParts } from './sharedFileParts.ts'
import { showAgain, touchedBy } from './shownStates.ts'
import { sayFormerAgain } from './takeUpCommit.ts'

/** What comes from an authority, into the copy and into what is shown, in one transaction [SY23, SY24]. */
export interface TakingIn {
  readonly row: SharedRows['row']
  readonly write: SharedRows['write']
  take(answer: (copy: SharedRows) => ReplicaAnswer): Result<readonly ReplicaOutput[]>
  /** Own commits that no authority has settled. */
  unsettled(): number
  /** Why the chain of this device was refused; null when it was not. */
  whyRefused(): MustEnrol | null
}

export function takingIn(parts: SharedFileParts): TakingIn {
  const { database, path, stores, sync } = parts
  const { copy, incidents, settings } = sync
  const shown = { copy, ...stores }
  const awaited = awaitedBlobs(database, stores.blobs)
  const leaving = blobsLeaving(database, copy, settings)
  const forget = forgetTaken(database, copy)

  /** A commit is sent once it is durable [SY16]: what a long act has signed so far is not. */
  const row = <T extends Table>(table: T, key: string): Rows[T] | null => {
    const before = table === 'ownHead' ? parts.headBeforeAct() : undefined
    return before === undefined ? copy.row(table, key) : (before as Rows[T] | null)
  }
  const written = (changes: readonly RowChange[]): void => {
    const doubted = leaving.doubted(changes)
    copy.apply(changes)
    const left = showAgain(shown, touchedBy(changes))
    forget(left, changes)
    for (const sha256 of awaited.citedBy(changes)) leaving.citedAnew(sha256)
    leaving.drop(doubted)
  }
  const taken = (changes: readonly RowChange[], beside: () => void): Result<null> => {
    if (database.inTransaction) return refuse('entity.changed-meanwhile')
    try {
      parts.transaction(() => {
        written(changes)
        beside()
      })
    } catch (error) {
      return refusedBySystem(error, path)
    }
    sayFormerAgain(parts)
    return ok(null)
  }
  const write: TakingIn['write'] = (changes) => taken(changes, () => undefined)
  const take: TakingIn['take'] = (answer) => {
    if (database.inTransaction) return refuse('entity.changed-meanwhile')
    const step = answer({ row, scan: (table) => copy.scan(table), write })
    if (lacks(step)) throw new Error('a copy in the file lacks no row')
    const done = taken(step.changes, () => {
      for (const output of step.outputs) if (output.kind === 'incident') incidents.note(output.incident)
    })
    return done.ok ? ok(step.outputs) : done
  }
  return {
    row,
    write,
    take,
    unsettled: () => {
      const places = new Set<string>()
      for (const [, { ops }] of copy.scan('pendingOn')) for (const place of ops) places.add(ownKey(place))
      return places.size
    },
    whyRefused: () => {
      const dev = copy.row('ownHead', 'own')?.dev
      for (const [, refusal] of copy.scan('toRegularise'))
        if (refusal.dev === dev && (refusal.verdict === 'forked' || refusal.verdict === 'revoked'))
          return refusal.verdict
      return 'behind'
    },
  }
}
