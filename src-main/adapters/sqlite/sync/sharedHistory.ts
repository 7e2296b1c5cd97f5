import { fromCommitted } from '#shared/operations/commitOperation.ts'
import type { Entity } from '#shared/operations/operation.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { HistoryEntry, SharedVersion } from '#shared/usecases/ports.ts'
import { entityHistory } from '../store/entityHistory.ts'
import type { FileStores } from '../store/fileStores.ts'
import { authorOf } from './fileSelf.ts'
import { kindLabels } from './kindLabels.ts'
import { type ShownStep, shownHistory } from './shownHistory.ts'
import type { SyncStores } from './syncStores.ts'

/**
 * Every version of one aggregate of a shared file, the newest first: what was written before it was shared, what an authority
 * ordered, whoever wrote it, then what is pending here.
 */
export function sharedHistory(stores: FileStores, sync: SyncStores, entity: Entity): readonly HistoryEntry[] {
  const { start, steps } = shownHistory(sync.copy, entity)
  const isKept = stores.log.areWhole(stores.index.positionsOf(entity))
  const former = (isKept ? entityHistory(stores, entity) : []).filter(
    ({ version }) => version <= start.version,
  )
  const logs = [...sync.copy.scan('cursor')].map(([log]) => log)
  const entries = steps.map((step, rank): HistoryEntry => {
    const { version, cid, header, operation, after } = step
    const { kind, onBehalfOf } = fromCommitted(operation)
    const own = sync.acts.actOf(cid)
    const { actor, name } = authorOf(sync.settings, header.usr)
    return {
      version,
      at: new Date(header.hlc[0]).toISOString(),
      userId: actor,
      onBehalfOf: onBehalfOf ?? null,
      label: own?.label ?? kindLabels[kind],
      kind,
      before: rank === 0 ? start.state : (steps[rank - 1]?.after ?? null),
      after,
      shared: { device: header.dev, author: name, mine: own !== undefined, ...orderOf(sync, step, logs) },
    }
  })
  return [...entries.reverse(), ...former]
}

function orderOf(
  { copy }: SyncStores,
  { cid, standing }: ShownStep,
  logs: readonly string[],
): Pick<SharedVersion, 'verdict' | 'order'> {
  if (standing === 'pending') {
    const place = copy.row('ownSeq', cid)
    return { verdict: (place && copy.row('own', ownKey(place))?.ruling?.verdict) ?? null, order: null }
  }
  const ruling = copy.row('commit', cid)?.ruling
  for (const log of ruling == null ? [] : logs) {
    const entry = copy.row('heard', `${log}/${ruling?.g}`)?.entry
    if (entry?.cid === cid)
      return { verdict: entry.verdict, order: { log, g: entry.g, at: new Date(entry.at).toISOString() } }
  }
  return { verdict: ruling?.verdict ?? 'ok', order: null }
}
