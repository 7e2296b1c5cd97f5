import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { lacks, type Needs } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FedRow, Feed } from '#shared/operations/feed/feed.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Operation } from '#shared/operations/operation.ts'
import { offerOwn } from '#shared/operations/replica/offerOwn.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import type { ReplicaAnswer, ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { Person, World } from './committee.ts'
import { operationId, type TestOperation } from './device.ts'

export interface TestReplica {
  readonly store: RowStore
  readonly person: Person
  /** Seals an act; throws what refuses it. */
  write(scope: string, ...operations: readonly TestOperation[]): void
  /** Sends what the authority lacks. */
  push(world: World): readonly AuthorityOutput[]
  /** Takes the whole feed, page by page, and what it wants beside. */
  pull(world: World, page?: number): readonly ReplicaOutput[]
  take(answer: ReplicaAnswer): readonly ReplicaOutput[]
}

export function testReplica(world: World, person: Person): TestReplica {
  const device = world.devices[person]
  const ports = { ...nodeCrypto, ...nodeSigner(device.privateKey) }
  const store = memoryRows(openReplica(device.enrolled.id, 'centre'))
  const take: TestReplica['take'] = (answer) => {
    const step = loaded(answer)
    store.apply(step.changes)
    return step.outputs
  }
  return {
    store,
    person,
    take,
    write(scope, ...operations) {
      const act = {
        org: 'org',
        usr: `u-${person}`,
        scope,
        app: 'test',
        sv: 1,
        nowMs: 1_780_000_000_000,
        operations: operations.map(toOperation),
      }
      const sealed = loaded(sealOwn(store, act, ports))
      if (!sealed.ok) throw new Error(sealed.refusal.code)
      store.apply(sealed.value.changes)
    },
    push(authority) {
      const known = authority.store.row('chain', device.enrolled.id)
      const offer = loaded(
        offerOwn(store, { seq: known?.seq ?? 0, cid: known && base64UrlEncode(known.digest) }, 100),
      )
      if (offer.behind) throw new Error('behind')
      return offer.commits.flatMap((commit) => authority.receive(commit))
    },
    pull(authority, page = 7) {
      const outputs: ReplicaOutput[] = []
      for (let more = true; more; ) {
        const feed = feedOf(authority, person, store.row('cursor', 'centre')?.g ?? 0, page)
        const said = take(takeFeed(store, feed, nodeCrypto))
        outputs.push(...said)
        const wanted = said.flatMap((output) => (output.kind === 'wants-rows' ? output.entities : []))
        if (wanted.length > 0) {
          const given = loaded(rowsFor(authority.store, { user: `u-${person}` }, wanted))
          outputs.push(...take(takeAskedRows(store, given, 'centre')))
        }
        if (said.some(({ kind }) => kind === 'start-anew'))
          outputs.push(...anew(authority, person, store, take))
        more =
          feed.upToG < feed.headG && !said.some(({ kind }) => kind === 'broken-log' || kind === 'restored')
      }
      return outputs
    },
  }
}

export const feedOf = (world: World, person: Person, fromG: number, limit: number): Feed =>
  loaded(feedFor(world.store, { user: `u-${person}` }, fromG, limit))

function anew(world: World, person: Person, store: RowStore, take: TestReplica['take']) {
  const { head, rows } = snapshotFor(world.store, { user: `u-${person}` })
  return take(takeSnapshot(store, head, [...rows]))
}

export const held = (store: RowStore): readonly string[] =>
  [...store.scan('aggregate')].map(([entity]) => entity)

/** Every state that a copy holds, by entity, without what differs between copies. */
export const statesOf = (store: RowStore): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...store.scan('aggregate')]
      .filter(([, { state }]) => state !== null)
      .map(([entity, { state }]): [string, unknown] => [entity, state])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

export const statesFed = (rows: Iterable<FedRow>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...rows]
      .filter(({ aggregate }) => aggregate.state !== null)
      .map(({ entity, aggregate }): [string, unknown] => [entity, aggregate.state])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** A store in memory lacks nothing. */
export function loaded<T extends object>(answer: T | Needs): T {
  if (lacks(answer)) throw new Error(JSON.stringify(answer.needs))
  return answer as T
}

const toOperation = ({ k, e, d, ob, id }: TestOperation): Operation =>
  ({
    id: id ?? operationId,
    kind: k,
    entity: e,
    ...(ob === undefined ? {} : { onBehalfOf: ob }),
    data: d,
  }) as unknown as Operation
