import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { GuestDoor } from './guestDoor.ts'

/** The session of a guest over HTTPS: `POST` and `DELETE /guest/session`; pages and data are the business of others. */
export interface GuestRoutes {
  /** False for a request that is none of these. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** Member whose session the request bears, or null. Never from anything else that it says. */
  memberOf(request: IncomingMessage): string | null
}

/**
 * A code right: 204 and a cookie that no script reads and no other site sends. Else 403 with `{"refused": code}`, whose
 * French sentence the page has.
 */
export function guestRoutes(door: GuestDoor): GuestRoutes {
  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readEntry(request)
    if (asked === null) return end(response, 400)
    const entered = door.enter(asked.code)
    if (!entered.ok) return end(response, 403, JSON.stringify({ refused: entered.refusal.code }))
    response.setHeader('set-cookie', `${cookieName}=${entered.value.token}; ${cookieRules}`)
    end(response, 204)
  }

  return {
    answer: (request, response) => {
      if (request.url?.split('?')[0] !== guestSessionPath) return false
      response.setHeader('cache-control', 'no-store')
      const isOwnPage = request.headers.origin === `https://${request.headers.host}`
      if (!isOwnPage) end(response, 403)
      else if (request.method === 'POST') enter(request, response).catch(() => response.destroy())
      else if (request.method === 'DELETE') {
        const token = tokenOf(request)
        if (token !== null) door.leave(token)
        response.setHeader('set-cookie', `${cookieName}=; Max-Age=0; ${cookieRules}`)
        end(response, 204)
      } else end(response, 405)
      return true
    },
    memberOf: (request) => {
      const token = tokenOf(request)
      return token === null ? null : door.memberOf(token)
    },
  }
}

const entry = z.strictObject({ code: z.string().max(40) })

async function readEntry(request: IncomingMessage): Promise<z.output<typeof entry> | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > maxEntryBytes) return null
    chunks.push(chunk as Buffer)
  }
  try {
    const read = entry.safeParse(JSON.parse(Buffer.concat(chunks).toString()))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Null unless there is exactly one: of two, one was planted. */
function tokenOf(request: IncomingMessage): string | null {
  const tokens = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .filter(([name]) => name === cookieName)
  return tokens.length === 1 ? (tokens[0]?.[1] ?? null) : null
}

function end(response: ServerResponse, status: number, body?: string): void {
  response.statusCode = status
  if (body !== undefined) response.setHeader('content-type', 'application/json')
  response.end(body)
}

export const guestSessionPath = '/guest/session'
/** The prefix binds it to this host, over TLS, whole path: browsers refuse it otherwise. */
const cookieName = '__Host-delibere-guest'
const cookieRules = 'Path=/; Secure; HttpOnly; SameSite=Strict'
const maxEntryBytes = 1024
