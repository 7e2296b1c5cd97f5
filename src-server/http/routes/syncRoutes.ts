import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { channelDeflate } from '#main/adapters/network/channel/channelDeflate.ts'
import { socketLink } from '#main/adapters/network/channel/socketLink.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { refuse } from '#shared/kernel/result.ts'
import { wireProtocol } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import { isFounded } from '../../accounts/controlActs.ts'
import type { ServedApp } from '../buildServer.ts'
import { channelPath } from '../channelPath.ts'
import { organisationParams, parse } from '../inputs.ts'
import { Refused } from '../refused.ts'
import type { SyncGate } from '../syncGate.ts'

/**
 * The doors of the channels `delibere.sync.v1`, a WebSocket or requests (`docs/sync-wire.md` §5, §6): they bound frames,
 * notice links that died, and hand each link to the gate, which asks the device for its proof of key.
 */
export async function syncRoutes(
  server: FastifyInstance,
  { ports, state, syncGate }: ServedApp & { readonly syncGate: SyncGate },
): Promise<void> {
  const { database } = ports.accounts

  /** Refuses pages of a browser, unknown organisations, those without a log. */
  const organisationOf = async (request: FastifyRequest): Promise<string> => {
    if (request.headers.origin !== undefined) throw new Refused(refuse('account.not-allowed').refusal)
    const { organisation } = parse(organisationParams.loose(), request.params)
    const known = await database.one(
      'SELECT organisation FROM organisations WHERE organisation = ?',
      organisation,
    )
    if (known === null) throw new Refused(refuse('server.no-such-address').refusal)
    if (!(await isFounded(database, organisation))) throw new Refused(refuse('server.not-founded').refusal)
    if (state.isStopping) throw new Refused(refuse('server.unavailable').refusal)
    return organisation
  }

  await server.register(websocket, {
    options: {
      maxPayload: maxFrameBytes,
      perMessageDeflate: channelDeflate,
      handleProtocols: (offered) => offered.has(wireProtocol) && wireProtocol,
    },
    async preClose() {
      // Those inside are told why; whoever does not hear it is cut.
      const cut = setTimeout(() => {
        for (const client of server.websocketServer.clients) client.terminate()
      }, goodbyeMs)
      cut.unref()
      await syncGate.close()
      for (const client of server.websocketServer.clients) client.close(goingAway)
      await new Promise<void>((resolve) => server.websocketServer.close(() => resolve()))
      clearTimeout(cut)
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })

  server.get(
    channelPath(':organisation'),
    {
      websocket: true,
      preValidation: async (request, reply) => {
        await organisationOf(request)
        const offered = (request.headers['sec-websocket-protocol'] ?? '')
          .split(',')
          .map((name) => name.trim())
        if (offered.includes(wireProtocol)) return
        // 426 names what we speak: a proxy on the way says 426 too.
        await reply.code(426).header('upgrade', wireProtocol).send()
      },
    },
    (socket, request) => {
      const { organisation } = parse(organisationParams, request.params)
      syncGate.enter(organisation, (listener) => socketLink(socket, listener, nodeTimers), request.raw)
    },
  )

  // By requests: the bytes are read by the link itself, so they never pass the parsers of this server.
  await server.register(async (requests) => {
    requests.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const step of ['open', 'frames'])
      requests.all(
        `${channelPath(':organisation')}/${step}`,
        {
          onRequest: async (request, reply) => {
            const organisation = await organisationOf(request)
            reply.hijack()
            syncGate.answer(organisation, request.raw, reply.raw)
          },
        },
        // Never reached: the answer was given above.
        async () => null,
      )
  })
}

const goingAway = 1001
const goodbyeMs = 2_000
