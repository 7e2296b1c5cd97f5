import { ok } from '#shared/kernel/result.ts'
import { type DeviceExchange, deviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { ReplicaStore } from '#shared/operations/exchange/exchangePorts.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Copy } from '../nodes/copy.ts'
import { loaded } from '../nodes/loaded.ts'
import type { Message } from '../nodes/message.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LineEnd, lineEnd, type Packet } from './line.ts'
import type { Outbox } from './outbox.ts'

/** How a laptop follows one log, by the exchange of the product: a line that is taken up again whenever it ends. */
export interface WireFollowing {
  readonly log: string
  /** Address of who orders it. */
  readonly address: string
  readonly exchange: Pick<DeviceExchange, 'sealed' | 'relay'>
  hear(packet: Packet): void
  tick(): void
  /** It writes under another key now: what the other side knows of the former one says nothing. */
  drop(): void
  /** The line ends; nothing more is heard. */
  leave(): void
}

export interface WireFollowingSettings {
  readonly copy: Copy
  readonly log: string
  readonly address: string
  readonly world: WorldOf
  readonly outbox: Outbox
  moment(): Moment
  /** What a step of the copy had to say, once it is on its way to the disk. */
  told(outputs: readonly ReplicaOutput[], log: string): void
}

export function wireFollowing(settings: WireFollowingSettings): WireFollowing {
  const { copy, log, address, world, outbox, moment } = settings
  let line: LineEnd | null = null
  let device = ''
  let againMs = 0
  const exchange = deviceExchange({
    store: storeOf(settings),
    ports: world.cryptography,
    nowMs: () => Math.max(0, moment().clockMs),
    tell(event) {
      switch (event.kind) {
        case 'reconciled':
          return outbox.add(shown('reconciles', { log }))
        case 'broken':
          return outbox.add(
            shown(event.why.includes('log') ? 'receipts-broken' : 'broken', { log, why: event.why }),
          )
        case 'store-failed':
          return outbox.add(shown('store-failed', event))
        default:
      }
    },
  })

  function connect(): void {
    const { sinceMs, chance } = moment()
    againMs = sinceMs + 1000 + chance.below(3000)
    // Nobody is enrolled under this key yet.
    if (copy.wantsDevice) return
    device = copy.head.dev
    const id = `${copy.address}/${Buffer.from(chance.bytes(6)).toString('hex')}`
    line = lineEnd({
      to: 'authority',
      id,
      log,
      device,
      peer: address,
      sinceMs,
      send: (packet) => outbox.add({ do: 'send', to: address, message: packet }),
    })
    exchange.follow(line.channel, {
      authority: address,
      log,
      authorityKey: isHubLog(log) ? null : world.cryptography.publicKeyOf(address),
    })
  }

  return {
    log,
    address,
    exchange,
    hear(packet) {
      if (line?.id === packet.id) line.hear(packet, moment().sinceMs)
    },
    tick() {
      const { sinceMs } = moment()
      if (line !== null && !line.isOver() && device !== copy.head.dev) line.cut()
      line?.tick(sinceMs)
      if ((line === null || line.isOver()) && sinceMs >= againMs) connect()
      exchange.tick()
    },
    drop() {
      line?.cut()
    },
    leave() {
      exchange.close()
      line?.cut()
    },
  }
}

/** The rows of the copy, written and durable before anything more is said. */
function storeOf({ copy, outbox, log, told }: WireFollowingSettings): ReplicaStore {
  const { store } = copy
  return {
    copy: store,
    take(step) {
      const { changes, outputs } = loaded(step(store))
      store.change(changes)
      const rows = store.take()
      if (rows.length > 0) outbox.add({ do: 'write', rows }, { do: 'sync' })
      outbox.add(...outputs.flatMap((output) => shownOf(output, copy, log)))
      told(outputs, log)
      return ok(outputs)
    },
  }
}

function shownOf(output: ReplicaOutput, { store }: Copy, log: string): readonly Effect<Message>[] {
  if (output.kind === 'changed') return []
  if (output.kind === 'incident') return 'cid' in output.incident ? [shown('incident', output.incident)] : []
  if (output.kind !== 'settled' && output.kind !== 'refused') return [shown(output.kind, output)]
  const place = store.row('ownSeq', output.cid)
  const ruling = place && store.row('own', ownKey(place))?.ruling
  return ruling == null
    ? []
    : [shown('verdict', { cid: output.cid, verdict: ruling.verdict, log, g: ruling.g })]
}

const shown = (word: string, about: unknown): Effect<Message> => ({ do: 'show', what: { word, about } })
