import type { Agent } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { joinFrames, splitFrames } from '#shared/operations/wire/frameRun.ts'
import type { Timers } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'
import { type Answer, ask, ConnectRefusal, type PollOrigin, pinnedAgent } from './pollRequests.ts'
import { headers, maxRunBytes, pollSteps } from './pollRoutes.ts'
import { refusalSaid } from './refusalSaid.ts'

export interface PollWay {
  /** The TLS channel that the token was given on: the opening is bound to it. */
  readonly socket: TLSSocket
  connect(listener: LinkListener): FrameLink
}

/**
 * The device's end of the fallback. Refusals: those of `connect`, what the authority itself says (`server.not-founded`,
 * `server.busy`…), `network.room-closed`, `network.other-machine`.
 */
export async function openPollWay(origin: PollOrigin, timers: Timers): Promise<Result<PollWay>> {
  const agent = pinnedAgent(origin)
  try {
    const opened = await ask(agent, origin, 'POST', pollSteps.open, {})
    const token = opened.response.headers[headers.token]
    if (opened.response.statusCode !== 201 || typeof token !== 'string') {
      agent.destroy()
      const said = refusalSaid(opened.body)
      if (said !== null) return { ok: false, refusal: said }
      return refuse(
        awayStatuses.has(opened.response.statusCode ?? 0) ? 'network.room-closed' : 'network.other-machine',
      )
    }
    return ok({ socket: opened.socket, connect: (listener) => link(agent, origin, token, listener, timers) })
  } catch (error) {
    agent.destroy()
    return error instanceof ConnectRefusal ? error.result : refuse('network.lost')
  }
}

/** Busy, or what a relay answers while the one behind it is stopped. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504])

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

const retryMs = 500
const maxTries = 6
const graceMs = 5_000
