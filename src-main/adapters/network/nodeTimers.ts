import type { Timers } from './networkPorts.ts'

/** The timers of Node. They keep no process alive by themselves. */
export const nodeTimers: Timers = {
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
  every: (periodMs, act) => {
    const timer = setInterval(act, periodMs)
    timer.unref()
    return () => clearInterval(timer)
  },
}
