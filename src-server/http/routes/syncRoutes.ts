import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import type { ServedApp } from '../buildServer.ts'
import { organisationParams, parse } from '../inputs.ts'
import { Refused } from '../refused.ts'
import type { SyncGate } from '../syncGate.ts'

/**
 * The door of the channels `delibere.sync.v1`: it bounds frames, notices links that died, counts what is open, and
 * hands each channel to the gate, which asks the device for its proof of key.
 */
export async function syncRoutes(
  server: FastifyInstance,
  { settings, ports, metrics, syncGate }: ServedApp & { readonly syncGate: SyncGate },
): Promise<void> {
  await server.register(websocket, {
    options: {
      maxPayload: maxFrameBytes,
      handleProtocols: (offered) => offered.has(wireProtocol) && wireProtocol,
    },
    async preClose() {
      const { clients } = server.websocketServer
      for (const client of clients) client.close(goingAway)
      // One that does not answer does not keep the server from stopping.
      setTimeout(() => {
        for (const client of clients) client.terminate()
      }, goodbyeMs).unref()
      await new Promise<void>((resolve) => server.websocketServer.close(() => resolve()))
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })

  server.get(
    '/v1/organisations/:organisation/sync',
    {
      websocket: true,
      preValidation: async (request) => {
        const { organisation } = parse(organisationParams, request.params)
        const known = await ports.accounts.database.one(
          'SELECT organisation FROM organisations WHERE organisation = ?',
          organisation,
        )
        if (known === null) throw new Refused(refuse('server.no-such-address').refusal)
        const offered = (request.headers['sec-websocket-protocol'] ?? '')
          .split(',')
          .map((name) => name.trim())
        if (!offered.includes(wireProtocol)) throw new Refused(refuse('input.invalid').refusal)
      },
    },
    (socket, request) => {
      const { organisation } = parse(organisationParams, request.params)
      let isAlive = true
      metrics.channels.inc()
      const beat = setInterval(() => {
        if (!isAlive) return socket.terminate()
        isAlive = false
        socket.ping()
      }, beatMs)
      beat.unref()
      socket.on('pong', () => {
        isAlive = true
      })
      socket.on('close', () => {
        clearInterval(beat)
        metrics.channels.dec()
      })
      syncGate.open({
        organisation,
        origin: settings.origin,
        send: (frame) => socket.send(frame, { binary: true }),
        waitingBytes: () => socket.bufferedAmount,
        onFrame: (listener) =>
          socket.on('message', (data, isBinary) => {
            if (isBinary) listener(new Uint8Array(data as Buffer))
            else socket.close(bytesOnly)
          }),
        onClosed: (listener) => socket.on('close', () => listener()),
        close: () => socket.close(),
      })
    },
  )
}

const goingAway = 1001
const bytesOnly = 1003
const goodbyeMs = 2_000
/** A laptop whose lid was shut is noticed within two beats. */
const beatMs = 30_000
