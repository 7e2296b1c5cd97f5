import type { HybridTime } from './commit.ts'

/**
 * The hybrid time of the next commit: never before the last one, even when the clock of the machine went back. A
 * clock far in the future is recorded as it is and shown, never fatal.
 */
export function nextHybridTime(last: HybridTime | null, nowMs: number): HybridTime {
  if (last === null || nowMs > last[0]) return [nowMs, 0]
  return [last[0], last[1] + 1]
}
