import type { IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { joinFrames, splitFrames } from '#shared/operations/wire/frameRun.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import type { Timers } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'
import { headers, maxRunBytes, pollSteps } from './pollRoutes.ts'

/** How requests reach the authority: a pinned room, or a centre by its name. */
export interface PollOrigin {
  readonly host: string
  readonly port: number
  /** Where the channels are; the steps of the fallback are below it. */
  readonly path: string
  /** Makes a TLS socket to it, or says why not. */
  connect(): Promise<Result<TLSSocket>>
}

export interface PollWay {
  /** The TLS channel that the token was given on: the opening is bound to it. */
  readonly socket: TLSSocket
  connect(listener: LinkListener): FrameLink
}

/** The device's end of the fallback. Refusals: those of `connect`, `network.room-closed`, `network.other-machine`. */
export async function openPollWay(origin: PollOrigin, timers: Timers): Promise<Result<PollWay>> {
  const agent = pinnedAgent(origin)
  try {
    const opened = await ask(agent, origin, 'POST', pollSteps.open, {})
    const token = opened.response.headers[headers.token]
    if (opened.response.statusCode !== 201 || typeof token !== 'string') {
      agent.destroy()
      return refuse(opened.response.statusCode === 503 ? 'network.room-closed' : 'network.other-machine')
    }
    return ok({ socket: opened.socket, connect: (listener) => link(agent, origin, token, listener, timers) })
  } catch (error) {
    agent.destroy()
    return error instanceof ConnectRefusal ? error.result : refuse('network.lost')
  }
}

function link(
  agent: Agent,
  origin: PollOrigin,
  token: string,
  listener: LinkListener,
  timers: Timers,
): FrameLink {
  let waiting: Uint8Array[] = []
  let onWay = 0
  let isPosting = false
  let isOver = false
  let isClosing = false
  let reading = Promise.resolve()
  let letRead: (() => void) | null = null

  function over(): void {
    if (isOver) return
    isOver = true
    letRead?.()
    wakePoster()
    listener.onEnd()
    // Best effort: without it the authority waits a while before it forgets us.
    const sent = { [headers.token]: token }
    void ask(agent, origin, 'DELETE', pollSteps.frames, sent).then(
      () => agent.destroy(),
      () => agent.destroy(),
    )
  }

  /** Again while the line comes and goes; false once the authority does not know the token, or after the last try. */
  async function askAgain(method: 'GET' | 'POST', number: number, body?: Uint8Array): Promise<Answer | null> {
    for (let tries = 0; tries < maxTries && !isOver; tries++) {
      try {
        const answer = await ask(
          agent,
          origin,
          method,
          pollSteps.frames,
          { [headers.token]: token, [headers.number]: number },
          body,
        )
        const status = answer.response.statusCode ?? 0
        if (status < 500) return status < 400 ? answer : null
      } catch {}
      await new Promise<void>((go) => void timers.after(retryMs * 2 ** tries, go))
    }
    return null
  }

  async function post(): Promise<void> {
    if (isPosting) return
    isPosting = true
    let number = 0
    for (;;) {
      const run = nextRun()
      if (run === null) {
        await new Promise<void>((go) => {
          wakePoster = go
        })
        if (isOver) return
        continue
      }
      number++
      if ((await askAgain('POST', number, run)) === null) return over()
      onWay = 0
      listener.onDrain()
      if (isClosing && waiting.length === 0) return over()
    }
  }
  let wakePoster: () => void = () => {}

  function nextRun(): Uint8Array | null {
    if (waiting.length === 0) return null
    let count = 0
    let sizeBytes = 0
    for (const frame of waiting) {
      if (count > 0 && sizeBytes + 4 + frame.length > maxRunBytes) break
      sizeBytes += 4 + frame.length
      count++
    }
    const run = joinFrames(waiting.slice(0, count))
    waiting = waiting.slice(count)
    onWay = run.length
    return run
  }

  async function listen(): Promise<void> {
    let last = 0
    while (!isOver) {
      const answer = await askAgain('GET', last)
      if (answer === null) return over()
      if (answer.response.statusCode === 204) continue
      const run = Number(answer.response.headers[headers.number])
      const frames = splitFrames(answer.body)
      if (!frames.ok || run <= last) return over()
      last = run
      for (const frame of frames.value) {
        await reading
        if (isOver) return
        listener.onBytes(frame)
      }
    }
  }

  void post()
  void listen()
  return {
    send: (bytes) => {
      waiting.push(bytes)
      wakePoster()
    },
    bufferedBytes: () => waiting.reduce((total, frame) => total + frame.length, onWay),
    pause: () => {
      if (letRead !== null) return
      reading = new Promise((go) => {
        letRead = () => {
          letRead = null
          go()
        }
      })
    },
    resume: () => letRead?.(),
    close: () => {
      isClosing = true
      if (waiting.length === 0 && onWay === 0) over()
      timers.after(graceMs, over)
    },
    cut: over,
  }
}

interface Answer {
  readonly response: IncomingMessage
  readonly body: Uint8Array
  readonly socket: TLSSocket
}

function ask(
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
function pinnedAgent(origin: PollOrigin): Agent {
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

class ConnectRefusal extends Error {
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
const retryMs = 500
const maxTries = 6
const graceMs = 5_000
