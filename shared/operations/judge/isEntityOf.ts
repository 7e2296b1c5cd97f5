import type { AggregateKind } from '../operation.ts'
import { type AnyKind, undoers } from '../rights/writers.ts'

/** Whether an entity is written as this kind of operation names it: `<kind>/<id>`, two ids for a sheet or a recusal. */
export function isEntityOf(kind: AnyKind, entity: string): boolean {
  const slash = entity.indexOf('/')
  const aggregate = entity.slice(0, slash)
  const ids = entity.slice(slash + 1).split('/')
  if (slash < 1 || ids.some((id) => id === '') || ids.length !== (isPair(aggregate) ? 2 : 1)) return false
  const prefix = kind.slice(0, kind.indexOf('.'))
  return prefix === 'aggregate' ? isAggregateKind(aggregate) : aggregate === prefix
}

const isPair = (aggregate: string): boolean => aggregate === 'sheet' || aggregate === 'recusal'

export const isAggregateKind = (text: string): text is AggregateKind => Object.hasOwn(undoers, text)
