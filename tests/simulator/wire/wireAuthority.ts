import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { openGroup } from '#shared/operations/authority/group.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { authorityExchange } from '#shared/operations/exchange/authorityExchange.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import { loaded } from '../nodes/loaded.ts'
import type { Message } from '../nodes/message.ts'
import type { RowStore } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LineEnd, lineEnd, type Packet } from './line.ts'
import type { Outbox } from './outbox.ts'

/** Who orders a log, by the exchange of the product: the lines to those who follow, its rows behind the port of a database. */
export interface WireAuthority {
  hear(from: string, packet: Packet): void
  tick(): void
  /** Something was written to the log beside the exchange. */
  appended(): void
  close(): void
}

export interface WireAuthoritySettings {
  readonly log: string
  readonly signer: string
  readonly store: RowStore
  readonly ports: AuthorityPorts
  readonly world: WorldOf
  readonly outbox: Outbox
  readonly successors: readonly string[]
  moment(): Moment
  /** Rows of the host that go into the same transaction. */
  readonly besides?: (outputs: readonly AuthorityOutput[]) => Rows
}

export function wireAuthority(settings: WireAuthoritySettings): WireAuthority {
  const { log, signer, store, ports, world, outbox, successors, moment } = settings
  const lines = new Map<string, { readonly address: string; readonly end: LineEnd }>()
  const exchange = authorityExchange({
    log,
    authority: signer,
    publicKey: world.cryptography.publicKeyOf(signer),
    store: storeOf(settings),
    ports: { ...ports, ...world.cryptography.signerOf(signer) },
    nowMs: () => Math.max(0, moment().clockMs),
    tell: (event) => {
      if (event.kind === 'misbehaved') outbox.add(shown('misbehaved', event))
    },
    tellsPresence: false,
    successors,
  })
  return {
    hear(from, packet) {
      const { sinceMs } = moment()
      const known = lines.get(packet.id)
      if (known?.end.isOver() === false) return known.end.hear(packet, sinceMs)
      const send = (answer: Packet): void => outbox.add({ do: 'send', to: from, message: answer })
      const user = store.row('log', 'log') === null ? undefined : store.row('device', packet.device)?.user
      // Not enrolled here (yet), or a line of which an earlier life of this machine knew.
      if (known !== undefined || user === undefined || packet.n > mostEarly || packet.what === 'end') {
        if (packet.what !== 'end') send({ ...packet, to: 'device', what: 'end', n: -1, bytes: null })
        return
      }
      const { id, device } = packet
      const end = lineEnd({ to: 'device', id, log, device, peer: device, sinceMs, send })
      lines.set(id, { address: from, end })
      exchange.admit(end.channel, { user, device })
      end.hear(packet, sinceMs)
    },
    tick() {
      for (const [id, { end }] of lines) {
        end.tick(moment().sinceMs)
        // Kept for a while: what was under way when it ended opens no new one.
        if (end.isOver() && lines.size > mostLines) lines.delete(id)
      }
      exchange.tick()
    },
    appended: () => exchange.appended(),
    close: () => exchange.close('over'),
  }
}

/** The rows of an authority behind the port of a database: every answer comes later, a write is all or nothing. */
function storeOf({ store, outbox, besides, world, log }: WireAuthoritySettings): AuthorityStore {
  return {
    async write(steps) {
      await null
      const group = openGroup(store)
      const said = steps.map((step) => {
        const { changes, outputs } = loaded(step(group))
        group.absorb(changes)
        return outputs
      })
      store.change(group.changes())
      const rows = [...store.take(), ...(besides?.(said.flat()) ?? [])]
      const told = said.flat().map((output) => shown(`authority ${output.kind}`, output))
      const restored = said.flat().some(({ kind }) => kind === 'restored') ? [shown('restored', { log })] : []
      // W1: it says what a power cut takes back.
      const durable: readonly Effect<Message>[] = world.bug === 'W1' ? [] : [{ do: 'sync' }]
      if (rows.length > 0) outbox.add({ do: 'write', rows }, ...durable)
      outbox.add(...told, ...restored)
      return said
    },
    async read(ask) {
      await null
      return loaded(ask(store))
    },
    async snapshot(walk) {
      await null
      return walk(store)
    },
  }
}

const shown = (word: string, about: unknown): Effect<Message> => ({ do: 'show', what: { word, about } })

/** Frames that may overtake the first of their line. */
const mostEarly = 8
const mostLines = 200
