import type { Database } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { stateAtVersion } from '#shared/operations/judge/stateAtVersion.ts'
import type { Folded } from '../log/foldLog.ts'
import type { FileStores } from '../store/fileStores.ts'
import { showAgain } from './shownStates.ts'
import { type SpaceRows, spaceRows } from './spaceRows.ts'

/**
 * The copy of a shared file with the fold of this program: what it began with is folded from the log that the file wrote
 * alone, the rest from the commits that it holds. What an authority gave as a state stays until that authority gives it anew.
 */
export function foldCopyAgain(database: Database, stores: FileStores, alone: Iterable<Folded>): void {
  const copy = spaceRows(database, 'copy')
  for (const folded of alone) if (folded.kind === 'aggregate') beginAgain(copy, folded)
  const entities = new Set<string>()
  for (const [entity, aggregate] of copy.scan('aggregate')) {
    entities.add(entity)
    const state = stateAtVersion(copy, entity, aggregate.version)
    if (state !== undefined && !isSame(state, aggregate.state))
      copy.apply([{ table: 'aggregate', key: entity, row: { ...aggregate, state } }])
  }
  for (const [entity] of copy.scan('pendingOn')) entities.add(entity)
  showAgain({ copy, ...stores }, entities)
}

function beginAgain(
  copy: SpaceRows,
  { entity, version, state }: Extract<Folded, { kind: 'aggregate' }>,
): void {
  const base = copy.row('base', entity)
  const wasGiven = copy.row('asOf', entity) !== null
  if (base === null || wasGiven || base.version !== version || isSame(base.state, state)) return
  copy.apply([{ table: 'base', key: entity, row: { ...base, state } }])
}

const isSame = (one: object | null, other: object | null): boolean =>
  canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json)
