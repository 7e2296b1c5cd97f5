/** When to try again what did not succeed [EX18]. */
export interface Backoff {
  failed(): void
  succeeded(): void
  /** Whether a failure is waited out. */
  isWaiting(): boolean
  /** True when it is to be tried again now. */
  tick(): boolean
}

/**
 * After one tick, then after twice as many each time, up to about a minute; for ever, since what is owed stays owed.
 * @param heldUp told once, at the failure that is no passing one any more
 */
export function backoff(heldUp: () => void): Backoff {
  let failures = 0
  let left = 0
  return {
    failed() {
      failures++
      left = Math.min(2 ** (failures - 1), mostTicks)
      if (failures === failuresBeforeTold) heldUp()
    },
    succeeded() {
      failures = 0
      left = 0
    },
    isWaiting: () => left > 0,
    tick() {
      if (left === 0) return false
      left--
      return left === 0
    },
  }
}

const mostTicks = 64
/** About a quarter of a minute after the first. */
const failuresBeforeTold = 5
