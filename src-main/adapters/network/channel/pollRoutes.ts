import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import type { Timers } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'
import { type PollSession, pollSession } from './pollSession.ts'

/** The addresses of the fallback; `false` for a request that is none of theirs. */
export interface PollRoutes {
  answer(request: IncomingMessage, response: ServerResponse): boolean
}

/**
 * Below `base`: `POST open` → token; `POST`, `GET`, `DELETE frames` with that token (`docs/sync-wire.md` §6).
 * @param onOpen makes the channel of a new reader on the link it is given.
 */
export function pollRoutes(
  base: string,
  onOpen: (connect: (listener: LinkListener) => FrameLink, request: IncomingMessage) => void,
  timers: Timers,
): PollRoutes {
  const sessions = new Map<string, PollSession>()

  function open(request: IncomingMessage, response: ServerResponse) {
    for (const [token, session] of sessions) if (session.isOver()) sessions.delete(token)
    if (sessions.size >= maxSessions) return end(response, 503)
    const token = randomBytes(32).toString('base64url')
    onOpen((listener) => {
      const session = pollSession(listener, timers)
      sessions.set(token, session)
      return session.link
    }, request)
    response.setHeader(headers.token, token)
    end(response, 201)
  }

  async function post(
    session: PollSession,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const run = await readBody(request)
    const number = Number(request.headers[headers.number])
    if (run === null || !Number.isSafeInteger(number)) return end(response, run === null ? 413 : 400)
    end(response, (await session.post(number, run)) === 'refused' ? 409 : 204)
  }

  async function get(
    session: PollSession,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const answer = await session.get(Number(request.headers[headers.number]) || 0)
    if (answer === null) return end(response, session.isOver() ? 410 : 204)
    response.setHeader(headers.number, answer.run)
    response.setHeader('content-type', 'application/octet-stream')
    if (answer.bytes.length < worthDeflatingBytes) return end(response, 200, answer.bytes)
    response.setHeader('content-encoding', 'gzip')
    end(response, 200, await deflate(answer.bytes))
  }

  return {
    answer: (request, response) => {
      const path = request.url?.split('?')[0]
      const isOpening = path === base + pollSteps.open
      if (!isOpening && path !== base + pollSteps.frames) return false
      response.setHeader('cache-control', 'no-store')
      if (isOpening) {
        if (request.method === 'POST') open(request, response)
        else end(response, 405)
        return true
      }
      const session = sessions.get(String(request.headers[headers.token] ?? ''))
      if (session === undefined) end(response, 410)
      else if (request.method === 'POST') fallThrough(post(session, request, response), response)
      else if (request.method === 'GET') fallThrough(get(session, request, response), response)
      else if (request.method === 'DELETE') {
        session.leave()
        end(response, 204)
      } else end(response, 405)
      return true
    },
  }
}

/** The reader went away in the middle of its request: nothing to answer. */
function fallThrough(answering: Promise<void>, response: ServerResponse): void {
  answering.catch(() => response.destroy())
}

function end(response: ServerResponse, status: number, body?: Uint8Array): void {
  response.statusCode = status
  response.end(body)
}

/** Null above a frame and its length. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > maxRunBytes) return null
    chunks.push(chunk as Buffer)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const deflate = promisify(gzip)

export const pollSteps = { open: '/open', frames: '/frames' } as const
/** `number`: of the posted run; of the last run received; of the run given. */
export const headers = { token: 'delibere-token', number: 'delibere-number' } as const
export const maxRunBytes = maxFrameBytes + 4
const maxSessions = 256
const worthDeflatingBytes = 1024
