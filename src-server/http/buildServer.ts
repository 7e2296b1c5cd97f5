import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { addressKey } from './addressKey.ts'
import { answerFailures } from './answerFailures.ts'
import { createMetrics } from './metrics.ts'
import { accountRoutes } from './routes/accountRoutes.ts'
import { actRoutes } from './routes/actRoutes.ts'
import { administrationRoutes } from './routes/administrationRoutes.ts'
import { blobRoutes } from './routes/blobRoutes.ts'
import { foundingRoutes } from './routes/foundingRoutes.ts'
import { healthRoutes } from './routes/healthRoutes.ts'
import { loginRoutes } from './routes/loginRoutes.ts'
import { serverRoutes } from './routes/serverRoutes.ts'
import { syncRoutes } from './routes/syncRoutes.ts'
import { unfinishedRoutes } from './routes/unfinishedRoutes.ts'
import { securityHeaders } from './securityHeaders.ts'
import { logLine, serverLog } from './serverLog.ts'
import type { HttpSettings, ServerPorts } from './serverPorts.ts'

/** The server, ready to listen. Closing it finishes what is under way; the database stays the caller's to close. */
export async function buildServer(settings: HttpSettings, ports: ServerPorts): Promise<FastifyInstance> {
  const metrics = createMetrics()
  const server = Fastify({
    ...(settings.tls === null
      ? {}
      : { https: { cert: settings.tls.certificate, key: settings.tls.key, handshakeTimeout: 10_000 } }),
    logger: serverLog(settings),
    // Requests are written by us, by route pattern: an address may hold what is asked for.
    logController: new LogController({ disableRequestLogging: true }),
    // A number of the caller's own would be a way to write in the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: settings.proxies.length === 0 ? false : [...settings.proxies],
    bodyLimit: largestBodyBytes,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 128 },
  } as FastifyServerOptions) as FastifyInstance
  server.server.maxConnections = mostConnections
  // Those that have not ended their TLS handshake are no connection of the HTTP server yet.
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  const state = { isStopping: false }
  server.addHook('preClose', async () => {
    state.isStopping = true
    // What is under way has this long to end; a connection that says nothing does not keep the server from stopping.
    setTimeout(() => {
      server.server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
    }, longestEndMs).unref()
  })
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers(securityHeaders(settings))
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    const status = reply.statusCode
    metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1000)
    request.log.info(logLine({ method, route, status, ms: Math.round(reply.elapsedTime) }), 'request')
  })
  answerFailures(server, metrics)
  await server.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => addressKey(ip),
    // Probes come every few seconds from one address.
    allowList: ({ routeOptions }) => routeOptions.url === '/health' || routeOptions.url === '/ready',
  })

  const app = { settings, ports, metrics, state }
  await server.register(healthRoutes, app)
  await server.register(serverRoutes, app)
  await server.register(accountRoutes, app)
  await server.register(administrationRoutes, app)
  await server.register(loginRoutes, app)
  await server.register(foundingRoutes, app)
  await server.register(actRoutes, app)
  if (ports.attachments !== null)
    await server.register(blobRoutes, { ...app, attachments: ports.attachments })
  if (ports.syncGate !== null) {
    const syncGate = ports.syncGate(metrics.sync)
    await server.register(syncRoutes, { ...app, syncGate })
    await server.register(unfinishedRoutes, { ...app, syncGate })
  }
  return server
}

/** What the routes share. */
export interface ServedApp {
  readonly settings: HttpSettings
  readonly ports: ServerPorts
  readonly metrics: ReturnType<typeof createMetrics>
  readonly state: { readonly isStopping: boolean }
}

/** A page of accounts, an enrolment: nothing that this door takes is large. */
const largestBodyBytes = 64 * 1024
const mostConnections = 5_000
const longestEndMs = 3_000
