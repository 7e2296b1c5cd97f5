import type { ScaleKind } from './grid.ts'

/** [GR1] The whole levels of a scale, lowest first, in hundredths of a point: `0-3` → 0, 100, 200, 300. */
export const scaleLevels = (kind: ScaleKind): readonly number[] =>
  Array.from({ length: highestPoint[kind] + 1 }, (_, point) => point * 100)

const highestPoint = {
  '0-3': 3,
  '0-5': 5,
  '0-10': 10,
  '0-20': 20,
  'A-D': 3,
  'yes-no': 1,
} as const satisfies Record<ScaleKind, number>
