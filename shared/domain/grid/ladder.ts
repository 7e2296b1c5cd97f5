import type { Scale } from './grid.ts'

/** A 0-5 scale with each of its six levels described, from 0 to 5. */
export const ladder = (...levels: readonly [string, string, string, string, string, string]): Scale => ({
  kind: '0-5',
  anchors: Object.fromEntries(levels.map((text, point) => [String(point * 100), text])),
})
