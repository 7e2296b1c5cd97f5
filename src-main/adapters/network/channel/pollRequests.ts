import type { IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Result } from '#shared/kernel/result.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'

/** How requests reach the authority: a pinned room, or a centre by its name. */
export interface PollOrigin {
  readonly host: string
  readonly port: number
  /** Where the channels are; the steps of the fallback are below it. */
  readonly path: string
  /** Makes a TLS socket to it, or says why not. */
  connect(): Promise<Result<TLSSocket>>
}

export interface Answer {
  readonly response: IncomingMessage
  readonly body: Uint8Array
  readonly socket: TLSSocket
}

/** One request and its whole answer; rejects when the line fails, with a {@link ConnectRefusal} when it was never made. */
export function ask(
  agent: Agent,
  origin: PollOrigin,
  method: 'GET' | 'POST' | 'DELETE',
  step: string,
  sent: Record<string, string | number>,
  body?: Uint8Array,
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const request = httpsRequest({
      agent,
      method,
      host: origin.host,
      port: origin.port,
      path: origin.path + step,
      headers: { ...sent, 'content-length': body?.length ?? 0 },
      timeout: requestMs,
    })
    request.on('error', fail)
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('response', (response) => {
      const socket = response.socket as TLSSocket
      const chunks: Buffer[] = []
      let length = 0
      response.on('error', fail)
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > maxAnswerBytes) return request.destroy(new Error('too large'))
        chunks.push(chunk)
      })
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        if (response.headers['content-encoding'] !== 'gzip')
          return settle({ response, body: new Uint8Array(whole), socket })
        inflate(whole, { maxOutputLength: maxAnswerBytes }).then(
          (inflated) => settle({ response, body: new Uint8Array(inflated), socket }),
          fail,
        )
      })
    })
    request.end(body)
  })
}

/** Every connection of this agent is made by `connect`, and so is pinned. At once: one listens, one posts, one leaves. */
export function pinnedAgent(origin: PollOrigin): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 3 })
  const made = agent as unknown as {
    createConnection(options: RequestOptions, done: (error: Error | null, socket?: TLSSocket) => void): void
  }
  made.createConnection = (_options, done) => {
    void origin.connect().then((result) => {
      if (result.ok) done(null, result.value)
      else done(new ConnectRefusal(result))
    })
  }
  return agent
}

export class ConnectRefusal extends Error {
  readonly result: Result<never>
  constructor(result: Result<unknown> & { ok: false }) {
    super(result.refusal.code)
    this.result = result
  }
}

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)

/** A slow reader's run holds a frame above the megabyte that may wait for it. */
const maxAnswerBytes = 4 * maxFrameBytes
const requestMs = 40_000
