import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The places to draw: those in sight, and the active one wherever it is, for the screen reader that stands on it. */
export function windowWith(range: Range, active: number): number[] {
  const inSight = defaultRangeExtractor(range)
  if (active < 0 || active >= range.count || inSight.includes(active)) return inSight
  return [...inSight, active].sort((a, b) => a - b)
}
