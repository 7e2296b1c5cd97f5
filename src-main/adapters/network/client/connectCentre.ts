import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { WebSocket } from 'ws'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ChannelBinding } from '#shared/operations/wire/channelProof.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { channelDeflate } from '../channel/channelDeflate.ts'
import { makeChannel, type RawChannel } from '../channel/makeChannel.ts'
import { openAsDevice } from '../channel/openAsDevice.ts'
import { openPollWay } from '../channel/pollLink.ts'
import { socketLink } from '../channel/socketLink.ts'
import type { ChannelDevice, Timers } from '../networkPorts.ts'
import { channelExporter } from './channelExporter.ts'
import { connectPinned } from './connectPinned.ts'
import type { Connected } from './connectRoom.ts'
import { sayOfCentre } from './sayOfCentre.ts'

export interface Centre {
  /** `https://host` or `https://host:port`, as the administrator gave it. */
  readonly origin: string
  /** Where the channels of the organisation are: `/v1/organisations/<organisation>/sync`. */
  readonly path: string
  /** PEM of an authority of the house, beside those that the system trusts. */
  readonly authorities?: string
  /**
   * SHA-256 of the SubjectPublicKeyInfo of a centre that has a certificate of its own, from its invitation: then this key
   * decides, and names, dates and issuers do not.
   */
  readonly pin?: Uint8Array
}

/**
 * A channel with the centre: its certificate must be good for its name, or its TLS key be the one that its invitation
 * named, and the key of its authority must be the one this device knows it by. Over a WebSocket, or by requests where a
 * proxy lets none through. Refusals: those of the way and of the opening, said of the server: see `sayOfCentre`.
 */
export async function connectCentre(
  centre: Centre,
  device: ChannelDevice,
  timers: Timers,
): Promise<Result<Connected>> {
  return sayOfCentre(await openCentre(centre, device, timers), centre.origin)
}

async function openCentre(centre: Centre, device: ChannelDevice, timers: Timers): Promise<Result<Connected>> {
  const url = URL.canParse(centre.origin) ? new URL(centre.origin) : null
  if (url === null || url.protocol !== 'https:')
    return refuse('network.address-invalid', { address: centre.origin })
  const where: Where = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 443),
    path: centre.path,
    authorities: centre.authorities,
    pin: centre.pin,
  }
  // Where TLS may end before the centre, its name stands for the channel; with a pin it ends in the centre itself.
  const bindingTo = (socket: TLSSocket): ChannelBinding =>
    centre.pin === undefined
      ? { kind: 'origin', origin: url.origin }
      : { kind: 'channel', exporter: channelExporter(socket), serverKey: centre.pin }
  const socket = await connectWhere(where, timers)
  if (!socket.ok) return socket
  const web = await openWeb(url, where, socket.value, timers)
  if (web.ok) return openAsDevice(web.value, device, bindingTo(socket.value))
  if (web.refusal.code !== 'network.lost') return web
  const way = await openPollWay({ ...where, connect: () => connectWhere(where, timers) }, timers)
  return way.ok ? openAsDevice(makeChannel(way.value.connect), device, bindingTo(way.value.socket)) : way
}

export interface Where {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly authorities: string | undefined
  readonly pin: Uint8Array | undefined
}

/** TLS to the centre, by its name or by its pin. */
export async function connectWhere(where: Where, timers: Timers): Promise<Result<TLSSocket>> {
  if (where.pin === undefined) return connectNamed(where)
  const { host: address, port, pin: fingerprint } = where
  const pinned = await connectPinned({ address, port, fingerprint, isCertain: true }, timers)
  return pinned.ok ? ok(pinned.value.socket) : pinned
}

/** `network.lost` when TLS passes and the WebSocket does not: requests may. */
function openWeb(url: URL, where: Where, socket: TLSSocket, timers: Timers): Promise<Result<RawChannel>> {
  return new Promise((settle) => {
    const web = new WebSocket(`ws://${url.host}${where.path}`, wireProtocol, {
      createConnection: () => socket,
      maxPayload: maxFrameBytes,
      perMessageDeflate: channelDeflate,
      handshakeTimeout: handshakeMs,
    })
    web.once('open', () => settle(ok(makeChannel((listener) => socketLink(web, listener, timers)))))
    web.on('unexpected-response', (_request, response) => {
      socket.destroy()
      settle(
        refuse(
          response.statusCode === 426 && isOurs(response.headers) ? 'network.other-version' : 'network.lost',
        ),
      )
    })
    web.on('error', () => settle(refuse('network.lost')))
  })
}

/** A proxy says 426 too; ours names what it speaks. */
const isOurs = (headers: NodeJS.Dict<string | string[]>) => /delibere\./.test(String(headers.upgrade ?? ''))

function connectNamed({ host, port, authorities }: Where): Promise<Result<TLSSocket>> {
  return new Promise((settle) => {
    const socket = connect({
      host,
      port,
      // A name of the certificate is asked for by name alone; an address is only compared with what it holds.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      minVersion: 'TLSv1.2',
      ...(authorities === undefined ? {} : { ca: authorities }),
      timeout: handshakeMs,
    })
    const fail = (code: 'network.nobody-answers' | 'network.other-machine') => {
      socket.on('error', () => {})
      socket.destroy()
      settle(refuse(code, { address: host }))
    }
    socket.once('secureConnect', () => {
      socket.setTimeout(0)
      socket.removeAllListeners('error')
      settle(ok(socket))
    })
    socket.once('timeout', () => fail('network.nobody-answers'))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.syscall === undefined ? 'network.other-machine' : 'network.nobody-answers'),
    )
  })
}

const handshakeMs = 10_000
