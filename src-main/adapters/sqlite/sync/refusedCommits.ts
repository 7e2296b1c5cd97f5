import type { Json } from '#shared/kernel/canonicalJson.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import type { CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import { type AggregateState, type Entity, parseEntity } from '#shared/operations/operation.ts'
import { ownKey, type ToRegularise } from '#shared/operations/replica/records.ts'
import type { RefusedCommit } from '#shared/usecases/sharingPorts.ts'
import { aggregateTables } from '../store/aggregateTables.ts'
import type { FileStores } from '../store/fileStores.ts'
import { kindLabels } from './kindLabels.ts'
import type { SpaceRows } from './spaceRows.ts'
import type { SyncStores } from './syncStores.ts'

/** [SY25] « À régulariser »: what was refused, with what it would make and what stands, the oldest first. */
export function refusedCommits(stores: FileStores, sync: SyncStores): readonly RefusedCommit[] {
  const refused = [...sync.copy.scan('toRegularise')].map(
    ([cid, refusal]): RefusedCommit & { ms: number } => {
      const commit = sync.copy.row('own', ownKey(refusal))?.commit
      const operations = operationsOf(commit)
      const header = commit && decodeCommitHeader(commit.header)
      const ms = header?.ok ? header.value.hlc[0] : 0
      const { verdict, code, entities } = refusal
      const states = entities.map((entity) => {
        const theirs = shownStateOf(stores, entity)
        return { entity, theirs, mine: withRefused(theirs, entity, operations) }
      })
      return {
        cid,
        label: labelOf(sync, cid, operations),
        verdict,
        code,
        at: new Date(ms).toISOString(),
        entities,
        mine: Object.fromEntries(states.map(({ entity, mine }) => [entity, mine as unknown as Json])),
        theirs: Object.fromEntries(states.map(({ entity, theirs }) => [entity, theirs as unknown as Json])),
        ms,
      }
    },
  )
  return refused.sort((a, b) => a.ms - b.ms).map(({ ms: _order, ...commit }) => commit)
}

/** The operations of a refused commit; none when its body was purged. */
export function refusedOperations(copy: SpaceRows, refusal: ToRegularise): readonly CommittedOperation[] {
  return operationsOf(copy.row('own', ownKey(refusal))?.commit)
}

export function labelOf(sync: SyncStores, cid: string, operations: readonly CommittedOperation[]): string {
  const label = sync.acts.actOf(cid)?.label
  const [first] = operations
  return label ?? (first === undefined ? 'Modification' : kindLabels[fromCommitted(first).kind])
}

function operationsOf(commit: SignedCommit | undefined): readonly CommittedOperation[] {
  const body = commit && decodeCommitBody(commit.body)
  return body?.ok ? body.value.ops : []
}

function shownStateOf({ aggregates }: FileStores, entity: string): AggregateState | null {
  if (!Object.hasOwn(aggregateTables, parseEntity(entity as Entity).kind)) return null
  const text = aggregates.row(entity as Entity)?.text
  return text == null ? null : (JSON.parse(text) as AggregateState)
}

/** What it would be with the refused operations on top; as it is when they have no meaning on it. */
function withRefused(
  state: AggregateState | null,
  entity: string,
  operations: readonly CommittedOperation[],
): AggregateState | null {
  let current = state
  for (const operation of operations) {
    if (operation.e !== entity || operation.k === 'aggregate.revert@1') continue
    const next = applyOperation(current, fromCommitted(operation), () => null)
    if (next.ok) current = next.value
  }
  return current
}
