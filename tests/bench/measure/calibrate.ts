import { median } from './statistics.ts'
import { timed } from './timed.ts'

/**
 * How long this machine takes right now for a fixed loop, in milliseconds: a median, because one interruption says
 * nothing and many say that somebody else is at work.
 */
export function calibrate(): number {
  return median(Array.from({ length: 9 }, () => timed(fixedLoop).ms))
}

/** About five milliseconds of integer arithmetic that no compiler can leave out. */
function fixedLoop(): number {
  let state = 1
  for (let step = 0; step < 4_000_000; step++) state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
  return state
}
