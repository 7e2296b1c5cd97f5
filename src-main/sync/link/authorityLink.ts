import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { chunksHere } from '#shared/operations/exchange/copyInChunks.ts'
import {
  type DeviceEvent,
  type DeviceExchange,
  deviceExchange,
  type Followed,
} from '#shared/operations/exchange/deviceExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { openChunk } from '../../adapters/bundles/openChunk.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { type KeptConnection, keepConnected, type Standing } from './keepConnected.ts'

/** One authority that is followed, the centre or the hub of a room: its line, kept up, and what is said on it. */
export interface AuthorityLink {
  readonly exchange: Omit<DeviceExchange, 'tick' | 'close' | 'follow'>
  standing(): Standing
  now(): void
  close(): void
}

export interface LinkSettings {
  readonly sharing: FileSharing
  readonly ports: SyncPorts
  connect(): Promise<Result<{ readonly channel: PeerChannel; readonly followed: Followed }>>
  tell(event: DeviceEvent): void
  onStanding(standing: Standing): void
  /** Between two attempts; a minute unless said otherwise. */
  readonly longestPauseMs?: number
}

export function authorityLink({
  sharing,
  ports,
  connect,
  tell,
  onStanding,
  longestPauseMs = 60_000,
}: LinkSettings): AuthorityLink {
  const exchange = deviceExchange({
    store: sharing,
    ports: ports.crypto,
    chunks: chunksHere(openChunk),
    nowMs: () => ports.clock.nowMs(),
    tell,
  })
  let isClosed = false
  const connection: KeptConnection = keepConnected({
    connect: async () => {
      const reached = await connect()
      if (!reached.ok) return reached
      if (isClosed) {
        // It was let go while it was being reached.
        reached.value.channel.close('closing')
        return refuse('network.lost')
      }
      exchange.follow(reached.value.channel, reached.value.followed)
      return ok(reached.value.channel)
    },
    onStanding,
    addresses: ports.addresses,
    longestPauseMs,
    timers: ports.timers,
    randomness: ports.randomness,
  })
  const stopTicking = ports.timers.every(tickMs, () => exchange.tick())
  return {
    exchange,
    standing: connection.standing,
    now: () => {
      connection.now()
      exchange.refresh()
    },
    close: () => {
      isClosed = true
      stopTicking()
      connection.stop()
      exchange.close()
    },
  }
}

const tickMs = 1_000
