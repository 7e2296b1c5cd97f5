import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { TLSSocket } from 'node:tls'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { makeRoomCertificate } from '../certificate/roomCertificate.ts'
import { keyFingerprint } from '../certificate/roomKey.ts'
import { pollRoutes } from '../channel/pollRoutes.ts'
import { ownAddresses } from '../discovery/ownAddresses.ts'
import { announceRoom } from '../discovery/roomRadio.ts'
import { makeDoor } from '../joining/door.ts'
import type { ChannelAuthority, OpenRoom, Timers } from '../networkPorts.ts'
import { roomChannels } from './roomChannels.ts'
import { roomChannelPath, roomPort } from './roomPort.ts'
import { roomUpgrades } from './roomUpgrades.ts'

export interface RoomSettings {
  /** PKCS #8, from `newRoomKey`, kept with the file: the pin. */
  readonly privateKey: Uint8Array
  readonly authority: ChannelAuthority
  readonly clock: Clock
  readonly randomness: Randomness
  readonly timers: Timers
  /** What other laptops list, « Salle 3F »; not announced when absent. It is public: no committee, no person. */
  readonly label?: string
  /** 0 for any free one; `roomPort` when absent. */
  readonly port?: number
  /** Answers what is neither the door nor a channel: the pages of the guests. */
  readonly site?: (request: IncomingMessage, response: ServerResponse) => void
}

/** Opens the room on every interface of this machine. Refuses `network.port-taken`. */
export async function openRoom(settings: RoomSettings): Promise<Result<OpenRoom>> {
  const { timers, randomness } = settings
  const fingerprint = keyFingerprint(settings.privateKey)
  const channels = roomChannels(settings.authority, fingerprint, timers)
  const door = makeDoor(randomness, () => ({
    addresses: ownAddresses(networkInterfaces()).map(({ address }) => address),
    port,
    fingerprint,
  }))
  const poll = pollRoutes(
    roomChannelPath,
    (connect, request) => channels.welcome(connect, request.socket as TLSSocket),
    timers,
  )
  const certificate = () => {
    const names = ownAddresses(networkInterfaces()).map(({ address }) => address)
    const now = new Date(settings.clock.nowMs())
    return makeRoomCertificate({
      privateKey: settings.privateKey,
      names: [...names, '127.0.0.1', '::1', 'localhost'],
      now,
      serial: randomness.bytes(16),
    })
  }
  const first = await certificate()
  const server = createServer({
    key: first.privateKey,
    cert: first.certificate,
    minVersion: 'TLSv1.3',
    handshakeTimeout: 10_000,
    headersTimeout: 10_000,
  })
  server.maxConnections = maxConnections
  server.on('request', (request, response) => {
    if (poll.answer(request, response)) return
    if (settings.site !== undefined) return settings.site(request, response)
    response.statusCode = 404
    response.end()
  })
  server.on('upgrade', roomUpgrades(door, channels, fingerprint, timers))
  // A stranger that speaks no TLS, or no longer: nothing to say to it.
  server.on('tlsClientError', (_error, socket) => socket.destroy())

  const listening = await listen(server, settings.port ?? roomPort)
  if (!listening.ok) return listening
  const port = listening.value
  const addresses = () => ownAddresses(networkInterfaces()).map(({ address }) => address)
  const announce = () =>
    settings.label === undefined ? null : announceRoom({ label: settings.label, port }, addresses())
  let announcement = announce()
  let known = addresses().join()
  let madeAtMs = settings.clock.nowMs()
  /** A cable that is plugged in, a hotspot that is opened: certificate, invitation and announcement follow. The key stays. */
  const stopWatching = timers.every(watchMs, () => {
    const now = addresses().join()
    if (now === known && settings.clock.nowMs() - madeAtMs < renewMs) return
    known = now
    madeAtMs = settings.clock.nowMs()
    void announcement?.stop()
    announcement = announce()
    void certificate().then(({ privateKey, certificate: cert }) =>
      server.setSecureContext({ key: privateKey, cert, minVersion: 'TLSv1.3' }),
    )
    door.moved()
  })

  return ok({
    port,
    fingerprint,
    get addresses() {
      return ownAddresses(networkInterfaces())
    },
    door: door.state,
    onDoor: door.onState,
    renewCode: door.renew,
    closeDoor: door.close,
    onChannel: channels.onChannel,
    channels: channels.all,
    close: async () => {
      stopWatching()
      await announcement?.stop()
      door.close()
      await channels.close()
      const closed = new Promise<void>((done) => server.close(() => done()))
      timers.after(graceMs, () => server.closeAllConnections())
      server.closeIdleConnections()
      await closed
    },
  })
}

/** On IPv6 and IPv4 together, or on IPv4 alone where the machine has no other. */
async function listen(server: ReturnType<typeof createServer>, port: number): Promise<Result<number>> {
  for (const host of ['::', '0.0.0.0']) {
    const code = await new Promise<string | null>((settle) => {
      const failed = (error: NodeJS.ErrnoException) => settle(error.code ?? 'unknown')
      server.once('error', failed)
      server.listen({ host, port }, () => {
        server.off('error', failed)
        settle(null)
      })
    })
    if (code === null) return ok((server.address() as AddressInfo).port)
    if (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL') return refuse('network.port-taken', { port })
  }
  return refuse('network.no-network')
}

const maxConnections = 400
const watchMs = 10_000
const renewMs = 24 * 60 * 60 * 1000
const graceMs = 6_000
