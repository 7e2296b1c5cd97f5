import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { Transaction } from '#shared/usecases/ports.ts'
import type { RecordedAct } from './acts.ts'
import type { FileStores } from './fileStores.ts'

/**
 * Undoes or redoes one act: each entity it touched goes back to its content before (undo) or after (redo) the act.
 * Refuses `entity.changed-meanwhile`, and changes nothing, when one of them has another content by now.
 */
export function takeBack(
  { index, aggregates, acts }: FileStores,
  transaction: Transaction,
  direction: 'undo' | 'redo',
  act: RecordedAct,
): Result<{ readonly label: string }> {
  for (const { entity, firstVersion, lastVersion } of index.ofAct(act.id)) {
    const [expected, wanted] =
      direction === 'undo' ? [lastVersion, firstVersion - 1] : [firstVersion - 1, lastVersion]
    const content = (of: Entity, version: number) => index.contentVersion(of, version)
    const currentVersion = aggregates.row(entity)?.version ?? 0
    if (content(entity, currentVersion) !== content(entity, expected))
      return refuse('entity.changed-meanwhile', { entity, label: act.label })
    const reverted = transaction.emit('aggregate.revert@1', entity, { toVersion: wanted })
    if (!reverted.ok) return reverted
  }
  acts.setStanding(act.id, direction === 'undo' ? 'undone' : 'done')
  return ok({ label: act.label })
}
