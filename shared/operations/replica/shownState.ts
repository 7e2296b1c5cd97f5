import { applyOperation } from '../applyOperation.ts'
import type { Draft } from '../authority/draft.ts'
import type { CommittedOperation } from '../commit.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { fromCommitted } from '../commitOperation.ts'
import { stateAtVersion } from '../judge/stateAtVersion.ts'
import type { AggregateState } from '../operation.ts'
import { ownKey, type PendingPlace } from './records.ts'

export interface ShownAggregate {
  /** Confirmed version and the own operations shown on top. */
  readonly version: number
  readonly state: AggregateState | null
}

/**
 * [SY23] An aggregate as its user sees it: the fold of what an authority accepted, then of this device's own operations that
 * are not settled yet. A pending operation that has no meaning any more is left out; its verdict will say so.
 */
export function shownState(rows: Pick<Draft, 'row'>, entity: string): ShownAggregate {
  const confirmed = rows.row('aggregate', entity)
  const first = confirmed?.version ?? 0
  const states: (AggregateState | null)[] = [confirmed?.state ?? null]
  const at = (version: number): AggregateState | null =>
    version >= first ? (states[version - first] ?? null) : (stateAtVersion(rows, entity, version) ?? null)
  for (const place of rows.row('pendingOn', entity)?.ops ?? []) {
    const operation = ownOperation(rows, place)
    const next = operation && applyOperation(states.at(-1) ?? null, fromCommitted(operation), at)
    states.push(next?.ok ? next.value : (states.at(-1) ?? null))
  }
  return { version: first + states.length - 1, state: states.at(-1) ?? null }
}

/** [SY29] What an author names as `x`. */
export function seenVersion(rows: Pick<Draft, 'row'>, kind: string, entity: string): number {
  const confirmed = rows.row('aggregate', entity)?.version ?? 0
  const pending = rows.row('pendingOn', entity)?.ops.length ?? 0
  return kind === 'aggregate.revert@1' ? confirmed + pending : confirmed
}

function ownOperation(rows: Pick<Draft, 'row'>, place: PendingPlace): CommittedOperation | null {
  const own = rows.row('own', ownKey(place))
  const body = own && decodeCommitBody(own.commit.body)
  return body?.ok ? (body.value.ops[place.index] ?? null) : null
}
