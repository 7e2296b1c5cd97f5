import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import {
  type AuthorityEvent,
  type AuthorityExchange,
  type AuthoritySettings,
  authorityExchange,
} from '#shared/operations/exchange/authorityExchange.ts'
import {
  type DeviceEvent,
  type DeviceExchange,
  type DeviceSettings,
  deviceExchange,
} from '#shared/operations/exchange/deviceExchange.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { type Person, ports, type World } from '../../operations/support/committee.ts'
import type { TestDevice } from '../../operations/support/device.ts'
import { statesFed, statesOf, type TestReplica, testReplica } from '../../operations/support/replica.ts'
import { type Line, line, type Side } from './line.ts'
import { authorityStore, replicaStore, type TestAuthorityStore, type TestReplicaStore } from './stores.ts'

/** Time that a test turns by hand. */
export interface Clock {
  ms: number
}

export interface Serving {
  readonly rows: RowStore
  readonly store: TestAuthorityStore
  readonly exchange: AuthorityExchange
  readonly events: AuthorityEvent[]
  readonly log: string
  readonly authority: string
  readonly publicKey: Uint8Array
}

/** An authority over rows in memory, with the real key of one device. */
export function serving(
  rows: RowStore,
  by: TestDevice,
  clock: Clock,
  more: Partial<AuthoritySettings> = {},
): Serving {
  const events: AuthorityEvent[] = []
  const store = authorityStore(rows)
  const log = rows.row('log', 'log')?.log ?? ''
  const publicKey = base64UrlDecode(by.enrolled.publicKey) ?? new Uint8Array(0)
  const exchange = authorityExchange({
    log,
    authority: by.enrolled.id,
    publicKey,
    store,
    ports: { ...ports, ...nodeSigner(by.privateKey) },
    nowMs: () => clock.ms,
    tell: (event) => events.push(event),
    tellsPresence: false,
    successors: [],
    ...more,
  })
  return { rows, store, exchange, events, log, authority: by.enrolled.id, publicKey }
}

export interface Following {
  readonly replica: TestReplica
  readonly store: TestReplicaStore
  readonly exchange: DeviceExchange
  readonly events: DeviceEvent[]
  readonly person: Person
}

export function following(replica: TestReplica, clock: Clock, more: Partial<DeviceSettings> = {}): Following {
  const events: DeviceEvent[] = []
  const store = replicaStore(replica.store)
  const exchange = deviceExchange({
    store,
    ports: nodeCrypto,
    nowMs: () => clock.ms,
    tell: (event) => events.push(event),
    ...more,
  })
  return { replica, store, exchange, events, person: replica.person }
}

export const follower = (world: World, person: Person, clock: Clock): Following =>
  following(testReplica(world, person), clock)

/** Opens a line between the two, as the network does once the device proved its key. */
export function connect(device: Following, authority: Serving): Line {
  const id = `d-${device.person}`
  const between = line(id, authority.authority)
  authority.exchange.admit(between.authority, { user: `u-${device.person}`, device: id })
  device.exchange.follow(between.device, {
    authority: authority.authority,
    log: authority.log,
    authorityKey: authority.publicKey,
  })
  return between
}

/** Lets what was promised happen: no frame moves. */
export const breathe = (): Promise<void> => new Promise((next) => setImmediate(next))

/** Carries frames until nothing moves any more. @param choose which of the ways that have something under way goes next. */
export async function settle(
  lines: readonly Line[],
  choose: (ways: number) => number = () => 0,
  most = 20_000,
): Promise<number> {
  for (let carried = 0; carried < most; carried++) {
    await breathe()
    const ways = lines.flatMap((each) =>
      (['authority', 'device'] as const).flatMap((to): readonly (readonly [Line, Side])[] =>
        each.waiting(to) > 0 ? [[each, to]] : [],
      ),
    )
    if (ways.length === 0) {
      // A few turns more: what waits for promises may still put something on a line.
      await breathe()
      await breathe()
      if (lines.every((each) => each.waiting('device') + each.waiting('authority') === 0)) return carried
      continue
    }
    const [chosen, to] = ways[choose(ways.length) % ways.length] as readonly [Line, Side]
    chosen.deliver(to)
  }
  throw new Error(`still talking after ${most} frames`)
}

/** What this person should see, and what the copy shows. */
export const seen = (device: Following, authority: Serving) => ({
  copy: statesOf(device.replica.store),
  truth: statesFed(snapshotFor(authority.rows, { user: `u-${device.person}` }).rows),
})

export const kinds = (events: readonly { readonly kind: string }[]): readonly string[] =>
  events.map(({ kind }) => kind)
