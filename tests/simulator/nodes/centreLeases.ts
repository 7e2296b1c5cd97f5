import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { chooseRun, type HeldRun } from '#shared/operations/lease/chooseRun.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import { headOfRun } from '#shared/operations/lease/hubRun.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { roomOrder } from '#shared/operations/lease/roomOrder.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Authority } from './authority.ts'
import { withoutRights } from './authorityBugs.ts'
import { loaded } from './loaded.ts'
import type { Message } from './message.ts'
import type { RowStore } from './rowStore.ts'
import type { WorldOf } from './worldOf.ts'

type CentreEffect = Effect<Message>

/** What the centre does about leases: gives them, takes logs back, and rebuilds the order of one that was voided. */
export interface CentreLeases {
  tick(moment: Moment): readonly CentreEffect[]
  heard(from: string, message: Message, moment: Moment): readonly CentreEffect[]
}

const tickMs = 5000
/** How long the laptops are asked what they hold of the log of a voided lease. */
const askedTicks = 4

export function centreLeases(
  disk: DiskReader,
  store: RowStore,
  orders: Authority,
  world: WorldOf,
): CentreLeases {
  const asked = new Map<
    string,
    { ticks: number; readonly held: Map<string, HeldRun & { readonly commits: readonly SignedCommit[] }> }
  >()
  const end = (
    lease: string,
    entries: Parameters<typeof endLease>[1]['entries'],
    commits: readonly SignedCommit[],
    moment: Moment,
  ) => {
    const ended = { lease, entries, commits: roomOrder(entries, commits) }
    // B9: what a hub brings is believed, whoever wrote it.
    const view = world.bug === 'B9' ? withoutRights(store) : store
    const answer = loaded(endLease(view, ended, Math.max(0, moment.clockMs), orders.ports))
    store.change(answer.changes)
    return orders.settle(answer.outputs)
  }
  /** [SY21] Of a lease that was voided the answer is what everybody else was asked. */
  const roomOver = (to: string, log: string): readonly CentreEffect[] => {
    for (const [id, { standing, emergency }] of store.scan('lease')) {
      if (leaseLog(id) !== log || standing === 'open') continue
      const apart = emergency || standing !== 'returned'
      const message: Message =
        standing === 'voided'
          ? { kind: 'offer-run', lease: id }
          : { kind: 'room', log, epoch: 0, open: false, apart }
      return [{ do: 'send', to, message }]
    }
    return []
  }
  return {
    tick(moment) {
      const effects: CentreEffect[] = [{ do: 'wake', afterMs: tickMs, why: 'leases' }]
      for (const [id, lease] of store.scan('lease')) {
        if (lease.standing !== 'voided' || lease.endedG !== null) continue
        const state = asked.get(id) ?? { ticks: 0, held: new Map() }
        asked.set(id, state)
        if (state.ticks++ < askedTicks) {
          for (const { address } of world.cast.people)
            effects.push({ do: 'send', to: address, message: { kind: 'offer-run', lease: id } })
          continue
        }
        const { chosen, incidents } = chooseRun([...state.held.values()])
        const commits = new Map<string, SignedCommit>()
        for (const { commits: some } of state.held.values())
          for (const commit of some) commits.set(Buffer.from(commit.id).toString('hex'), commit)
        effects.push(
          ...incidents.map(
            (incident): CentreEffect => ({
              do: 'show',
              what: { word: 'authority incident', about: { kind: 'incident', incident } },
            }),
          ),
        )
        effects.push(...end(id, chosen?.run.entries ?? [], [...commits.values()], moment))
      }
      return effects
    },
    heard(from, message, moment) {
      if (message.kind === 'ask-lease') {
        const given = disk.list('seed|').map(([, row]) => row as Seed)
        const own = given.find(
          ({ lease }) =>
            [lease.hub, ...lease.successors].includes(message.device) &&
            store.row('lease', lease.id)?.standing === 'open',
        )
        return own === undefined ? [] : [{ do: 'send', to: from, message: { kind: 'lease', ...own } }]
      }
      if (message.kind === 'ask-room') return roomOver(from, message.log)
      if (message.kind !== 'return') return []
      const lease = store.row('lease', message.lease)
      if (lease === null) return []
      const isOver = lease.standing === 'returned' || lease.endedG !== null
      const apart = lease.standing === 'set-apart'
      const over = { kind: 'returned', lease: lease.id, apart } as const
      const answer: CentreEffect = { do: 'send', to: from, message: over }
      if (isOver) return [answer]
      const head = headOfRun(lease, message.run, (id) => store.row('device', id), world.cryptography)
      if (head === null) return [{ do: 'show', what: { word: 'run refused', about: { lease: lease.id } } }]
      if (message.byHub && (lease.standing === 'open' || apart))
        return [
          ...orders.receive(message.carried, moment),
          ...end(lease.id, message.run.entries, message.commits, moment),
          answer,
        ]
      asked.get(lease.id)?.held.set(from, { run: message.run, head, commits: message.commits })
      return []
    },
  }
}

interface Seed {
  readonly lease: Lease
  readonly seed: readonly RowChange[]
}

/** The seed of each lease that was just given, kept with the entry that gave it: its rights are those of that place. */
export function seedsOf(store: RowStore, outputs: readonly AuthorityOutput[]): Rows {
  if (!outputs.some(({ kind }) => kind === 'entry')) return []
  const head = store.row('log', 'log')?.g ?? 0
  return [...store.scan('lease')]
    .filter(([, lease]) => lease.standing === 'open' && head - lease.g <= outputs.length)
    .map(([id, lease]) => [`seed|${id}`, { lease, seed: leaseSeed(store, lease) } satisfies Seed] as const)
}
