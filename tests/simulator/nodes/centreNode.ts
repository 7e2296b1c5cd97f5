import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { directoryFor } from '#shared/operations/exchange/directoryFor.ts'
import type { DiskReader } from '../kernel/disk.ts'
import type { Effect, Machine } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { centre, chairLaptop, dossierId, secretary } from '../meeting/cast.ts'
import { authority } from './authority.ts'
import { centreLeases, seedsOf } from './centreLeases.ts'
import type { Message } from './message.ts'
import { type RowStore, rowStore } from './rowStore.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type CentreEffect = Effect<Message>

/** The central server: it orders what no hub orders, judges what a hub brings back, and tells each what he may read. */
export function centreNode(
  disk: DiskReader,
  world: WorldOf,
  store: RowStore = rowStore(disk, centre),
): Machine<Message, Act> {
  const pokes = (): readonly CentreEffect[] => {
    const head = store.row('log', 'log')?.g ?? 0
    return world.cast.people.map(({ address }) => ({
      do: 'send',
      to: address,
      message: { kind: 'poke', log: centreLog, head },
    }))
  }
  const orders = authority(
    store,
    centre,
    world,
    (outputs) => (outputs.some(({ kind }) => kind === 'entry') ? pokes() : []),
    { besides: (outputs) => seedsOf(store, outputs) },
  )
  const leases = centreLeases(disk, store, orders, world)
  return {
    step(input, moment) {
      if (input.kind === 'start')
        return [...(store.row('log', 'log') === null ? founded() : []), ...leases.tick(moment)]
      if (input.kind === 'wake') return leases.tick(moment)
      if (input.kind !== 'message') return []
      const { message, from } = input
      if (message.kind === 'push') return orders.receive(message.commits, moment)
      if (message.kind === 'pull') return orders.answer(from, message, moment)
      if (message.kind === 'ask-rows' || message.kind === 'ask-copy' || message.kind === 'ask-agreed')
        return orders.asked(from, message, moment)
      if (message.kind === 'ask-directory') {
        const user = store.row('device', message.device)?.user
        const rows = user === undefined ? null : directoryFor(store, { user, device: message.device })
        return rows === null
          ? []
          : [{ do: 'send', to: from, message: { kind: 'directory', id: message.id, rows } }]
      }
      return leases.heard(from, message, moment)
    },
  }

  function founded(): readonly CentreEffect[] {
    store.change(foundAuthority(foundingOf(world)))
    return [{ do: 'write', rows: store.take() }, { do: 'sync' }]
  }
}

/** Everybody has his mandate and his first laptop before the first entry. */
export function foundingOf({ cast, cryptography }: WorldOf): Parameters<typeof foundAuthority>[0] {
  return {
    log: centreLog,
    users: cast.people.map(({ address }) => ({ id: address, name: address, email: `${address}@exemple.fr` })),
    devices: cast.people.map(({ address }) => ({
      id: address,
      user: address,
      publicKey: base64UrlEncode(cryptography.publicKeyOf(address)),
      mayHub: address === secretary || address === chairLaptop,
      standing: 'valid',
      lastSeq: null,
    })),
    mandates: cast.people.map(({ address, role, memberId }) => ({
      id: `of-${address}`,
      user: address,
      role,
      memberId,
      dossiers: role === 'guest' ? [dossierId(1)] : [],
      ended: false,
    })),
    rows: [],
  }
}
