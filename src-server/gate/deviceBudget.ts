/** What each device may ask for in a minute (SV17), in the memory of this process. */
export interface DeviceBudget {
  /**
   * Takes `cost`, which may be more than what is left: who asks for much at once then waits for longer.
   * Answers 0, or in how many milliseconds to ask again; nothing was taken then.
   */
  take(device: string, cost: number): number
}

/** It fills up evenly, to what one minute gives: a burst passes, a flood is brought down to the pace. */
export function deviceBudget(perMinute: number, nowMs: () => number): DeviceBudget {
  const left = new Map<string, { readonly amount: number; readonly atMs: number }>()
  const perMs = perMinute / 60_000

  /** A budget that is full again is as good as none. */
  function forgetFull(now: number): void {
    for (const [device, { amount, atMs }] of left)
      if (amount + (now - atMs) * perMs >= perMinute) left.delete(device)
  }

  return {
    take(device, cost) {
      const now = nowMs()
      const known = left.get(device)
      const amount =
        known === undefined
          ? perMinute
          : Math.min(perMinute, known.amount + Math.max(0, now - known.atMs) * perMs)
      if (amount < 1) {
        left.set(device, { amount, atMs: now })
        return Math.ceil((1 - amount) / perMs)
      }
      if (known === undefined && left.size >= mostKept) forgetFull(now)
      left.set(device, { amount: amount - cost, atMs: now })
      return 0
    },
  }
}

const mostKept = 10_000
