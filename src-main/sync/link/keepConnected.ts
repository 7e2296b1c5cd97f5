import type { Randomness } from '#shared/kernel/clock.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { PeerEnd } from '#shared/operations/exchange/exchangePorts.ts'
import type { Timers } from '../../adapters/network/networkPorts.ts'

export interface Standing {
  readonly connection: 'connected' | 'connecting' | 'offline' | 'refused'
  /** Why it is not connected, when that is known. */
  readonly why: RefusalCode | null
}

/** Keeps one line up: tries, tries again, comes back. */
export interface KeptConnection {
  standing(): Standing
  /** At once, instead of at the next attempt. */
  now(): void
  stop(): void
}

export interface Line {
  onClose(listener: (end: PeerEnd) => void): void
}

export interface ConnectionSettings {
  connect(): Promise<Result<Line>>
  onStanding(standing: Standing): void
  /** What the machine may be reached by; another value, and the next attempt is made at once. */
  addresses(): string
  readonly longestPauseMs: number
  readonly timers: Timers
  readonly randomness: Randomness
}

/**
 * Tries at once, then after pauses that double up to the longest one, each drawn between half and the whole so that a room full of
 * laptops does not knock together [HS3]. A refusal that no pause heals (the device is unknown, another machine answers) is
 * shown as one, and asked again seldom.
 */
export function keepConnected({
  connect,
  onStanding,
  addresses,
  longestPauseMs,
  timers,
  randomness,
}: ConnectionSettings): KeptConnection {
  let standing: Standing = { connection: 'connecting', why: null }
  let failures = 0
  let attempt = 0
  let isStopped = false
  let callOff: (() => void) | null = null
  let known = addresses()

  const become = (next: Standing): void => {
    standing = next
    onStanding(next)
  }
  const later = (delayMs: number): void => {
    callOff?.()
    callOff = timers.after(delayMs, () => void tryNow())
  }
  const pauseMs = (longestMs: number): number => {
    const [chance = 0] = randomness.bytes(1)
    const whole = Math.min(longestMs, firstPauseMs * 2 ** Math.min(failures, 16))
    return whole / 2 + (whole / 2) * (chance / 255)
  }

  async function tryNow(): Promise<void> {
    if (isStopped) return
    callOff?.()
    callOff = null
    const mine = ++attempt
    become({ connection: 'connecting', why: null })
    let reached: Awaited<ReturnType<typeof connect>>
    try {
      reached = await connect()
    } catch (error) {
      // The file was closed in the middle of an opening.
      if (isStopped) return
      throw error
    }
    if (isStopped || mine !== attempt) return
    if (!reached.ok) {
      const { code } = reached.refusal
      const isLasting = lasting.has(code)
      become({ connection: isLasting ? 'refused' : 'offline', why: code })
      later(pauseMs(isLasting ? refusedPauseMs : longestPauseMs) + (isLasting ? refusedPauseMs : 0))
      failures++
      return
    }
    failures = 0
    become({ connection: 'connected', why: null })
    reached.value.onClose((end) => {
      if (isStopped || mine !== attempt) return
      const code = whyEnded(end)
      become({ connection: code !== null && lasting.has(code) ? 'refused' : 'offline', why: code })
      later(Math.max(end.kind === 'said' ? (end.retryAfterMs ?? 0) : 0, pauseMs(longestPauseMs)))
      failures++
    })
  }

  /** A cable that is plugged in, a Wi-Fi that comes back: no need to wait for the pause to end. */
  const stopWatching = timers.every(watchMs, () => {
    const found = addresses()
    if (found === known) return
    known = found
    if (standing.connection !== 'connected') void tryNow()
  })
  void tryNow()
  return {
    standing: () => standing,
    now: () => {
      if (standing.connection !== 'connected') void tryNow()
    },
    stop: () => {
      isStopped = true
      attempt++
      callOff?.()
      stopWatching()
    },
  }
}

function whyEnded(end: PeerEnd): RefusalCode | null {
  if (end.kind !== 'said') return end.kind === 'lost' ? 'network.lost' : null
  switch (end.reason) {
    case 'revoked':
    case 'proof-refused':
      return 'network.proof-refused'
    case 'unknown-device':
      return 'network.device-unknown'
    case 'closing':
    case 'over':
    case 'busy':
      return 'network.room-closed'
    default:
      return 'network.lost'
  }
}

/** Nothing that time heals. */
const lasting: ReadonlySet<RefusalCode> = new Set([
  'network.device-unknown',
  'network.proof-refused',
  'network.other-machine',
  'network.other-version',
  'network.address-invalid',
  'account.device-refused',
  'account.proof-refused',
  'server.address-invalid',
  'server.other-machine',
  'server.other-version',
  'sync.server-changed',
])

const firstPauseMs = 1_000
const refusedPauseMs = 5 * 60_000
const watchMs = 5_000
