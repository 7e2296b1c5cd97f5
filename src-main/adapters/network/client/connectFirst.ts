import { type Result, refuse } from '#shared/kernel/result.ts'
import type { Timers } from '../networkPorts.ts'
import { connectPinned, type PinnedSocket } from './connectPinned.ts'

/**
 * The first of these addresses behind which the pinned machine answers; each is tried a quarter of a second after the one
 * before, or as soon as that one failed. When none does: the refusal that says most.
 */
export async function connectFirst(
  room: { readonly addresses: readonly string[]; readonly port: number },
  fingerprint: Uint8Array | null,
  isCertain: boolean,
  timers: Timers,
): Promise<Result<PinnedSocket & { readonly address: string }>> {
  const stop = new AbortController()
  const failures: (Result<PinnedSocket> & { ok: false })[] = []
  return new Promise((settle) => {
    let next = 0
    let isSettled = false
    const tryNext = (): void => {
      const address = room.addresses[next]
      if (address === undefined || isSettled) return
      next++
      const callOff = timers.after(staggerMs, tryNext)
      void connectPinned({ address, port: room.port, fingerprint, isCertain }, timers, stop.signal).then(
        (tried) => {
          callOff()
          if (tried.ok && !isSettled) {
            isSettled = true
            stop.abort()
            return settle({ ok: true, value: { ...tried.value, address } })
          }
          if (tried.ok) return tried.value.socket.destroy()
          failures.push(tried)
          tryNext()
          if (failures.length === room.addresses.length && !isSettled) settle(mostTelling(failures))
        },
      )
    }
    tryNext()
    if (room.addresses.length === 0) settle(refuse('network.nobody-answers'))
  })
}

function mostTelling(failures: readonly (Result<PinnedSocket> & { ok: false })[]): Result<never> {
  for (const code of byWeight) {
    const found = failures.find(({ refusal }) => refusal.code === code)
    if (found !== undefined) return found
  }
  return failures[0] ?? refuse('network.nobody-answers')
}

/** Another machine at one address is a lesser news than the room, closed, at the next. */
const byWeight = [
  'network.room-closed',
  'network.other-machine',
  'network.devices-isolated',
  'network.nobody-answers',
] as const

const staggerMs = 250
