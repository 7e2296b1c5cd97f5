import { request } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { refusalSaid } from '../channel/refusalSaid.ts'
import type { Timers } from '../networkPorts.ts'
import { type Centre, connectWhere } from './connectCentre.ts'
import { sayOfCentre } from './sayOfCentre.ts'

export interface CentreQuestion {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Bearer of a session; absent before there is one. */
  readonly session?: string
  readonly body?: Json
  /** Instead of a body: as they are. */
  readonly bytes?: Uint8Array
}

/**
 * One question to the accounts of the centre, over the same TLS as its channels: by its name, or by the pin of its
 * invitation. Answers its JSON, null when it has none. Refuses what the centre refuses, by its own code; else as
 * `connectCentre`, and `server.unavailable` when the relay before it says so.
 */
export async function askCentre(
  centre: Omit<Centre, 'path'>,
  question: CentreQuestion,
  timers: Timers,
): Promise<Result<Json>> {
  return sayOfCentre(await ask(centre, question, timers), centre.origin)
}

async function ask(
  centre: Omit<Centre, 'path'>,
  { method, path, session, body, bytes }: CentreQuestion,
  timers: Timers,
): Promise<Result<Json>> {
  const url = URL.canParse(centre.origin) ? new URL(centre.origin) : null
  if (url === null || url.protocol !== 'https:')
    return refuse('network.address-invalid', { address: centre.origin })
  const socket = await connectWhere(
    {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 443),
      path,
      authorities: centre.authorities,
      pin: centre.pin,
    },
    timers,
  )
  if (!socket.ok) return socket
  try {
    const content = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body))
    const { status, text } = await exchange(socket.value, {
      method,
      path,
      host: url.host,
      content,
      type: bytes === undefined ? 'application/json' : 'application/octet-stream',
      ...(session === undefined ? {} : { session }),
    })
    return read(status, text)
  } catch {
    return refuse('network.lost')
  } finally {
    socket.value.destroy()
  }
}

interface Sent {
  readonly method: string
  readonly path: string
  readonly host: string
  readonly content: Uint8Array
  readonly type: string
  readonly session?: string
}

function exchange(
  socket: TLSSocket,
  { method, path, host, content, type, session }: Sent,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((settle, fail) => {
    const asked = request({
      createConnection: () => socket,
      method,
      path,
      headers: {
        host,
        accept: 'application/json',
        connection: 'close',
        ...(content.length === 0 ? {} : { 'content-type': type }),
        'content-length': content.length,
        ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      },
    })
    asked.setTimeout(patienceMs, () => asked.destroy(new Error('too long')))
    asked.once('error', fail)
    asked.once('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > maxAnswerBytes) asked.destroy(new Error('too much'))
        else chunks.push(chunk)
      })
      response.once('error', fail)
      response.once('end', () =>
        settle({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
    })
    asked.end(content)
  })
}

function read(status: number, text: string): Result<Json> {
  if (status === 204) return ok(null)
  const isAnswer = status >= 200 && status < 300
  const refusal = isAnswer ? null : refusalSaid(text)
  if (refusal !== null) return { ok: false, refusal }
  if (awayStatuses.includes(status)) return refuse('server.unavailable')
  if (!isAnswer) return refuse('network.other-machine')
  try {
    return ok(JSON.parse(text) as Json)
  } catch {
    return refuse('network.other-machine')
  }
}

/** What a relay answers, in its own words, while the centre behind it is stopped. */
const awayStatuses: readonly number[] = [502, 503, 504]
const patienceMs = 20_000
const maxAnswerBytes = 8 * 1024 * 1024
