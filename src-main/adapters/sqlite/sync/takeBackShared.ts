import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { Transaction } from '#shared/usecases/ports.ts'
import type { Acts, RecordedAct } from '../store/acts.ts'
import { type ShownHistory, shownHistory } from './shownHistory.ts'
import type { SyncStores } from './syncStores.ts'

/**
 * Undoes or redoes one act of a shared file, as `takeBack` does alone. An authority takes back only what its author wrote
 * without anybody in between [SY29]: whatever it would refuse is refused here with `entity.changed-meanwhile`, nothing done. A grid
 * that was locked stays locked [SY51]: only what was done with it is taken back.
 */
export function takeBackShared(
  { copy, acts: ownActs, devices }: SyncStores,
  acts: Acts,
  transaction: Transaction,
  direction: 'undo' | 'redo',
  act: RecordedAct,
): Result<{ readonly label: string }> {
  const commits = new Set(ownActs.commitsOf(act.id))
  const device = devices.current()?.id
  for (const entity of touchedByCommits(copy, commits)) {
    const history = shownHistory(copy, entity)
    const own = history.steps.filter(({ cid }) => commits.has(cid))
    if (own.length > 0 && own.every(({ operation }) => operation.k === 'grid.lock@1')) continue
    const versions = own.map(({ version }) => version)
    const [first, last] = [versions.at(0), versions.at(-1)]
    const current = history.steps.at(-1)?.version ?? history.start.version
    // Refused by the authority, or of a history that is not kept: there is nothing to take back.
    if (first === undefined || last === undefined)
      return refuse('entity.changed-meanwhile', { entity, label: act.label })
    const [expected, wanted] = direction === 'undo' ? [last, first - 1] : [first - 1, last]
    const isOwn = history.steps.every(({ version, header }) => version <= wanted || header.dev === device)
    if (!isOwn || contentAt(history, current) !== contentAt(history, expected))
      return refuse('entity.changed-meanwhile', { entity, label: act.label })
    const reverted = transaction.emit('aggregate.revert@1', entity, { toVersion: wanted })
    if (!reverted.ok) return reverted
  }
  acts.setStanding(act.id, direction === 'undo' ? 'undone' : 'done')
  return ok({ label: act.label })
}

/** The entities of these own commits, in the order in which they were written. */
export function touchedByCommits(copy: SyncStores['copy'], commits: Iterable<string>): readonly Entity[] {
  const own = [...commits].flatMap((cid) => {
    const place = copy.row('ownSeq', cid)
    const commit = place && copy.row('own', `${place.dev}/${place.seq}`)
    return place && commit ? [{ seq: place.seq, entities: commit.entities }] : []
  })
  const inOrder = own.sort((a, b) => a.seq - b.seq).flatMap(({ entities }) => entities)
  return [...new Set(inOrder)] as Entity[]
}

/** The earliest version of the same content: itself, or what a revert went back to. */
function contentAt(history: ShownHistory, version: number): number {
  const step = history.steps.find((each) => each.version === version)
  if (step?.operation.k !== 'aggregate.revert@1') return version
  const { toVersion } = step.operation.d as { readonly toVersion: number }
  return contentAt(history, toVersion)
}
