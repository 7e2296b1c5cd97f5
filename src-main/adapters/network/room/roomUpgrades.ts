import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { WebSocketServer } from 'ws'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { channelDeflate } from '../channel/channelDeflate.ts'
import { socketLink } from '../channel/socketLink.ts'
import { channelExporter } from '../client/channelExporter.ts'
import { answerKnock } from '../joining/answerKnock.ts'
import type { Door } from '../joining/door.ts'
import { joinPath, joinProtocol, maxJoinBytes } from '../joining/joinMessages.ts'
import type { Timers } from '../networkPorts.ts'
import type { RoomChannels } from './roomChannels.ts'
import { roomChannelPath } from './roomPort.ts'

/** Leads a WebSocket to the door or to the channels. Pages of a browser get neither: they bring an Origin. */
export function roomUpgrades(door: Door, channels: RoomChannels, fingerprint: Uint8Array, timers: Timers) {
  const doorServer = new WebSocketServer({
    noServer: true,
    maxPayload: maxJoinBytes,
    perMessageDeflate: false,
    handleProtocols: () => joinProtocol,
  })
  const channelServer = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: channelDeflate,
    handleProtocols: () => wireProtocol,
  })
  let knocking = 0

  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (request.headers.origin !== undefined) return turnAway(socket, 403)
    const tls = request.socket as TLSSocket
    const path = request.url?.split('?')[0]
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
    if (path === joinPath) {
      if (!offered.includes(joinProtocol)) return turnAway(socket, 426)
      if (knocking >= maxKnocking) return turnAway(socket, 503)
      knocking++
      socket.once('close', () => knocking--)
      return doorServer.handleUpgrade(request, socket, head, (web) =>
        answerKnock(web, door, { exporter: channelExporter(tls), fingerprint }, timers),
      )
    }
    if (path !== roomChannelPath) return turnAway(socket, 404)
    if (!offered.includes(wireProtocol)) return turnAway(socket, 426)
    channelServer.handleUpgrade(request, socket, head, (web) =>
      channels.welcome((listener) => socketLink(web, listener, timers), tls),
    )
  }
}

/** 426 names what we speak: a proxy on the way says 426 too. */
function turnAway(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} \r\n${status === 426 ? `Upgrade: ${wireProtocol}\r\n` : ''}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

/** At the door at once; each takes a millisecond of arithmetic, and a place for ten seconds at most. */
const maxKnocking = 32
