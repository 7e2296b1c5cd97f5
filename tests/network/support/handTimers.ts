import type { Timers } from '#main/adapters/network/networkPorts.ts'

/** Time that passes when the test says so. */
export function handTimers(): Timers & { pass(ms: number): void } {
  interface Due {
    at: number
    readonly everyMs: number | null
    readonly act: () => void
  }
  let nowMs = 0
  const due = new Set<Due>()
  const plan = (delayMs: number, everyMs: number | null, act: () => void) => {
    const entry: Due = { at: nowMs + delayMs, everyMs, act }
    due.add(entry)
    return () => void due.delete(entry)
  }
  return {
    after: (delayMs, act) => plan(delayMs, null, act),
    every: (periodMs, act) => plan(periodMs, periodMs, act),
    pass: (ms) => {
      const end = nowMs + ms
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        nowMs = next.at
        if (next.everyMs === null) due.delete(next)
        else next.at += next.everyMs
        next.act()
      }
      nowMs = end
    },
  }
}
