import type { TLSSocket } from 'node:tls'
import { WebSocket } from 'ws'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { channelDeflate } from '../channel/channelDeflate.ts'
import { makeChannel, type RawChannel } from '../channel/makeChannel.ts'
import { openAsDevice } from '../channel/openAsDevice.ts'
import { openPollWay } from '../channel/pollLink.ts'
import { socketLink } from '../channel/socketLink.ts'
import type { Channel, ChannelDevice, RoomPin, Timers, Welcome } from '../networkPorts.ts'
import { roomChannelPath } from '../room/roomPort.ts'
import { channelExporter } from './channelExporter.ts'
import { connectFirst } from './connectFirst.ts'

export type Connected = { readonly channel: Channel; readonly welcome: Welcome }

/** See `RoomVisitor.connect`: over a WebSocket, or by requests where something on the way does not let one through. */
export async function connectRoom(
  pin: RoomPin,
  device: ChannelDevice,
  timers: Timers,
): Promise<Result<Connected>> {
  const reached = await connectFirst(pin, pin.fingerprint, true, timers)
  if (!reached.ok) return reached
  const raw = await upgrade(reached.value.socket, timers)
  if (raw.ok) return openAsDevice(raw.value, device, bindingTo(reached.value.socket, pin.fingerprint))
  if (raw.refusal.code !== 'network.lost') return raw
  return connectByRequests(pin, device, timers)
}

/** The fallback alone. */
export async function connectByRequests(
  pin: RoomPin,
  device: ChannelDevice,
  timers: Timers,
): Promise<Result<Connected>> {
  const way = await openPollWay(
    {
      host: pin.addresses[0] ?? '',
      port: pin.port,
      path: roomChannelPath,
      connect: async () => {
        const reached = await connectFirst(pin, pin.fingerprint, true, timers)
        return reached.ok ? ok(reached.value.socket) : reached
      },
    },
    timers,
  )
  if (!way.ok) return way
  return openAsDevice(makeChannel(way.value.connect), device, bindingTo(way.value.socket, pin.fingerprint))
}

function bindingTo(socket: TLSSocket, serverKey: Uint8Array) {
  return { kind: 'channel', exporter: channelExporter(socket), serverKey } as const
}

/** `network.lost` when the upgrade does not pass: the fallback may. */
function upgrade(socket: TLSSocket, timers: Timers): Promise<Result<RawChannel>> {
  return new Promise((settle) => {
    const web = new WebSocket(`ws://room${roomChannelPath}`, wireProtocol, {
      createConnection: () => socket,
      maxPayload: maxFrameBytes,
      perMessageDeflate: channelDeflate,
      handshakeTimeout: handshakeMs,
    })
    // The first frame may come with the answer to the upgrade: the channel must be there at once.
    web.once('open', () => settle(ok(makeChannel((listener) => socketLink(web, listener, timers)))))
    web.on('unexpected-response', (_request, response) => {
      const status = response.statusCode ?? 0
      socket.destroy()
      settle(
        status === 426
          ? refuse('network.other-version')
          : refuse(status === 503 ? 'network.room-closed' : 'network.lost'),
      )
    })
    web.on('error', () => settle(refuse('network.lost')))
  })
}

const handshakeMs = 10_000
