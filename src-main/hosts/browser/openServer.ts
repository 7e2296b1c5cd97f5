import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import serveFolder from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { contentPolicy } from '../contentPolicy.ts'
import type { HostedApplication } from '../hostedApplication.ts'
import type { HostServices } from '../hostServices.ts'
import { recordIncident } from '../recordIncident.ts'
import { browserServices } from './browserServices.ts'
import { createEventStreams } from './eventStreams.ts'
import { createExchangeFolder, type ExchangeFolder } from './exchangeFolder.ts'
import { createFileChoices, type FileChoices } from './fileChoices.ts'
import { createGate, entryPath, eventsPath } from './gate.ts'
import { fromWire, toWire } from './wireJson.ts'

export interface BrowserHostPlaces {
  readonly userDataDir: string
  /** Where `.delibere` files made or received through the browser are kept. */
  readonly filesDir: string
  readonly resourcesDir: string
  /** Folder of the built screens, with `index.html`. */
  readonly screensDir: string
  /** The built `page/bridge.ts`. */
  readonly bridgePath: string
  readonly fileToOpen: string | null
}

export interface BrowserHost {
  /** The address that opens the application, once. */
  readonly entryUrl: string
  close(): Promise<void>
}

const LARGEST_CALL_BYTES = 32 * 1024 * 1024
const LARGEST_FILE_BYTES = 512 * 1024 * 1024

/** Serves the application to the browser of this computer, on 127.0.0.1 and a free port. */
export async function openServer(
  places: BrowserHostPlaces,
  compose: (services: HostServices) => HostedApplication,
): Promise<BrowserHost> {
  let port = 0
  const gate = createGate(() => `127.0.0.1:${port}`)
  const exchange = createExchangeFolder(places.userDataDir, places.filesDir)
  const streams = createEventStreams()
  const choices = createFileChoices(exchange, streams)
  const dispatcher = compose(browserServices(places, exchange, choices))
  const unsubscribe = dispatcher.subscribe((event) => streams.tell(event))

  const server = Fastify({ logger: false, bodyLimit: LARGEST_CALL_BYTES, forceCloseConnections: true })
  const cookieName = () => `delibere-${port}`
  await server.register(cookie)

  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(guardingHeaders)
    const path = request.url.split('?')[0] ?? ''
    const verdict = gate.judge({
      method: request.method,
      path,
      host: request.headers.host,
      origin: request.headers.origin,
      fetchSite: singleValue(request.headers['sec-fetch-site']),
      entryToken: path === entryPath ? entryTokenOf(request) : undefined,
      cookieValue: request.cookies[cookieName()],
    })
    if (verdict.kind === 'refuse')
      return reply.code(verdict.status).type('text/plain; charset=utf-8').send(verdict.reason)
    if (verdict.kind === 'enter') {
      void reply.setCookie(cookieName(), verdict.cookieValue, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
      })
      return reply.redirect('/', 303)
    }
    return undefined
  })
  server.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error)
    if (status < 500) return reply.code(status).type('text/plain; charset=utf-8').send('Requête refusée.')
    return reply
      .code(500)
      .type('application/json')
      .send(toWire({ incident: recordIncident(places.userDataDir, 'http', error) }))
  })

  answerCalls(server, dispatcher, exchange, choices)
  exchangeFiles(server, exchange, choices)
  server.get(eventsPath, (_request, reply) => {
    reply.hijack()
    streams.open(reply.raw, guardingHeaders)
  })
  await serveScreens(server, places)

  await server.listen({ host: '127.0.0.1', port: 0 })
  port = listeningPort(server)

  return {
    entryUrl: `http://127.0.0.1:${port}${entryPath}?jeton=${gate.entryToken}`,
    async close() {
      unsubscribe()
      streams.closeAll()
      await server.close()
      await dispatcher.close()
      exchange.empty()
    },
  }
}

const guardingHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'x-frame-options': 'DENY',
} as const

/** One procedure of the contract: `POST /rpc/<procedure>` with `{ input }`, answered by `{ value }`. */
function answerCalls(
  server: FastifyInstance,
  dispatcher: HostedApplication,
  exchange: ExchangeFolder,
  choices: FileChoices,
): void {
  server.removeContentTypeParser('text/plain')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, fromWire(String(body)))
    } catch {
      done(Object.assign(new Error('Malformed JSON.'), { statusCode: 400 }))
    }
  })
  server.post<{ Params: { procedure: string } }>('/rpc/:procedure', async (request, reply) => {
    const value = await dispatcher.ask(request.params.procedure, inputOf(request.body))
    for (const path of exchange.takeWritten()) choices.offerDownload(path)
    return reply.type('application/json').send(toWire({ value }))
  })
}

/** Files going in, files coming out, and the page's answers to the questions of the host. */
function exchangeFiles(server: FastifyInstance, exchange: ExchangeFolder, choices: FileChoices): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { bodyLimit: LARGEST_FILE_BYTES },
    (_request, body, done) => done(null, body),
  )
  server.post<{ Querystring: { name?: string }; Body: Readable }>(
    '/upload',
    { bodyLimit: LARGEST_FILE_BYTES },
    async (request, reply) => {
      if (request.headers['content-type'] !== 'application/octet-stream') return reply.code(415).send()
      return { path: await exchange.receive(request.query.name ?? '', request.body) }
    },
  )
  server.post<{ Params: { id: string } }>('/choice/:id', async (request, reply) => {
    const isTaken = choices.answer(request.params.id, pathOf(request.body))
    return reply.code(isTaken ? 204 : 404).send()
  })
  server.get<{ Params: { id: string } }>('/download/:id', async (request, reply) => {
    const path = exchange.pathOf(request.params.id)
    if (path === null || !existsSync(path)) return reply.code(404).type('text/plain').send()
    const name = encodeURIComponent(basename(path)).replace(/['()]/g, escape)
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    return reply.type('application/octet-stream').send(createReadStream(path))
  })
}

/** The built screens; the bridge is put before their first script, which expects to find it. */
async function serveScreens(server: FastifyInstance, places: BrowserHostPlaces): Promise<void> {
  await server.register(serveFolder, { root: places.screensDir, index: false, cacheControl: false })
  const sendPage = async (_request: FastifyRequest, reply: FastifyReply) => {
    const page = await readFile(join(places.screensDir, 'index.html'), 'utf8')
    return reply
      .type('text/html; charset=utf-8')
      .send(page.replace('<script', '<script src="/bridge.js"></script><script'))
  }
  server.get('/', sendPage)
  server.get('/index.html', sendPage)
  // Every browser asks for it; without an answer each page would start with an error in its console.
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send())
  server.get('/bridge.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(await readFile(places.bridgePath, 'utf8')),
  )
  // An address without an extension is a screen: the page's own router shows it.
  server.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !/\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '')
      ? sendPage(request, reply)
      : reply.code(404).type('text/plain').send(),
  )
}

function listeningPort(server: FastifyInstance): number {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The browser host has no port.')
  return address.port
}

function inputOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'input' in body ? body.input : undefined
}

function pathOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'path' in body && typeof body.path === 'string'
    ? body.path
    : null
}

function entryTokenOf(request: FastifyRequest): string | undefined {
  return new URL(request.url, 'http://127.0.0.1').searchParams.get('jeton') ?? undefined
}

function singleValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}
