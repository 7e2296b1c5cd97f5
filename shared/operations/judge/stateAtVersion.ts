import { applyOperation } from '../applyOperation.ts'
import type { Draft } from '../authority/draft.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { fromCommitted } from '../commitOperation.ts'
import type { AggregateState } from '../operation.ts'

/**
 * The state of an aggregate at an earlier version, folded from the commits that made it: as many lookups as versions, for
 * `aggregate.revert@1` alone. Undefined when its history is not kept that far (founding, erasure).
 */
export function stateAtVersion(
  rows: Pick<Draft, 'row'>,
  entity: string,
  version: number,
): AggregateState | null | undefined {
  const base = rows.row('base', entity)
  const first = base?.version ?? 0
  if (version < first) return undefined
  const states: (AggregateState | null)[] = [base?.state ?? null]
  for (let made = first + 1; made <= version; made++) {
    const place = rows.row('made', `${entity}@${made}`)
    const record = place && rows.row('commit', place.cid)
    if (place === null || record === null || record.erased) return undefined
    const body = decodeCommitBody(record.commit.body)
    const operation = body.ok ? body.value.ops[place.index] : undefined
    if (operation === undefined) return undefined
    const next = applyOperation(
      states.at(-1) ?? null,
      fromCommitted(operation),
      (at) => states[at - first] ?? null,
    )
    if (!next.ok) return undefined
    states.push(next.value)
  }
  return states.at(-1) ?? null
}
