import type { Draft } from '../authority/draft.ts'
import type { FedRow } from '../feed/feed.ts'
import { derivedRows } from '../judge/derivedRows.ts'

/** Takes the state of an aggregate as the authority gives it: what was folded here is replaced, history begins again. */
export function takeRow(rows: Draft, { entity, aggregate, g, basis }: FedRow, log: string): void {
  const before = rows.row('aggregate', entity)
  rows.put('aggregate', entity, aggregate)
  rows.put('base', entity, aggregate)
  // What another log had told of it is in it no more, unless who gives it says so.
  const told = basis === null ? 0 : (rows.row('asOf', entity)?.places[basis.log] ?? 0)
  const isKnown = basis !== null && basis.epoch === (rows.row('cursor', basis.log)?.epoch ?? basis.epoch)
  const places = isKnown ? { [basis.log]: Math.max(basis.g, told) } : {}
  rows.put('asOf', entity, { places: { ...places, [log]: g } })
  rows.put('readOnly', entity, null)
  derivedRows(rows, entity, before?.state ?? null, aggregate.state)
}

export function dropAggregate(rows: Draft, entity: string): void {
  const before = rows.row('aggregate', entity)
  if (before === null) return
  for (const table of ['aggregate', 'base', 'asOf', 'readOnly'] as const) rows.put(table, entity, null)
  for (
    let version = before.version;
    version > 0 && rows.row('made', `${entity}@${version}`) !== null;
    version--
  )
    rows.put('made', `${entity}@${version}`, null)
}
