import { expect, test } from 'vitest'
import { keepConnected, type Line, type Standing } from '#main/sync/link/keepConnected.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { PeerEnd } from '#shared/operations/exchange/exchangePorts.ts'
import { handTimers } from '#tests/network/support/handTimers.ts'

function kept(answers: (attempt: number) => Result<Line>, longestPauseMs = 60_000) {
  const timers = handTimers()
  const said: Standing[] = []
  let attempts = 0
  let addresses = '192.168.1.20'
  const line = keepConnected({
    connect: async () => answers(++attempts),
    onStanding: (standing) => said.push(standing),
    addresses: () => addresses,
    longestPauseMs,
    timers,
    // The whole of each pause.
    randomness: { bytes: (length) => new Uint8Array(length).fill(255) },
  })
  return {
    line,
    said,
    pass: async (ms: number) => {
      // Step by step: what was promised happens in between.
      for (let done = 0; done <= ms; done += stepMs) {
        if (done > 0) timers.pass(stepMs)
        await new Promise((turn) => setImmediate(turn))
      }
    },
    attempts: () => attempts,
    move: (to: string) => {
      addresses = to
    },
  }
}

const stepMs = 500
const nobody = refuse('network.nobody-answers')

test('[HS3] pauses double up to the longest one; another network, or somebody who asks, is tried at once', async () => {
  const { line, pass, attempts, move } = kept(() => nobody)
  await pass(0)
  expect(attempts()).toBe(1)
  await pass(1_000 + 2_000 + 4_000)
  expect(attempts()).toBe(4)
  // Eight seconds to wait: a cable is plugged in instead.
  move('10.0.0.7')
  await pass(5_000)
  expect(attempts()).toBe(5)
  line.now()
  expect(attempts()).toBe(6)
  await pass(10 * 60_000)
  const soFar = attempts()
  await pass(60_000)
  expect(attempts()).toBe(soFar + 1)
  line.stop()
  await pass(10 * 60_000)
  expect(attempts()).toBe(soFar + 1)
})

test('[HS3] a laptop that slept finds its line dead, and tries again by itself; a room asks more often than a server', async () => {
  const ends: ((end: PeerEnd) => void)[] = []
  const up: Line = { onClose: (listener) => void ends.push(listener) }
  const { line, said, pass, attempts } = kept(
    (attempt) => (attempt === 1 || attempt > 8 ? ok(up) : nobody),
    10_000,
  )
  await pass(0)
  expect(line.standing()).toEqual({ connection: 'connected', why: null })
  ends[0]?.({ kind: 'lost' })
  expect(line.standing()).toEqual({ connection: 'offline', why: 'network.lost' })
  await pass(60_000)
  expect(attempts()).toBe(9)
  expect(line.standing()).toEqual({ connection: 'connected', why: null })
  expect(said.filter(({ connection }) => connection === 'refused')).toEqual([])
  line.stop()
})

test('[HS3] what no pause heals is shown as refused and asked again seldom', async () => {
  const { line, pass, attempts } = kept(() => refuse('network.device-unknown'))
  await pass(4 * 60_000)
  expect(line.standing()).toEqual({ connection: 'refused', why: 'network.device-unknown' })
  expect(attempts()).toBe(1)
  await pass(10 * 60_000)
  expect(attempts()).toBeGreaterThan(1)
  line.stop()
})
