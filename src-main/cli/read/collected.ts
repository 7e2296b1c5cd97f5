import { wholeNumberOf } from './readOptionValues.ts'

/** An option that may be given several times: every value, in order. */
export const collected = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
]

export const collectedNumbers = (value: string, previous: readonly number[] = []): readonly number[] => [
  ...previous,
  wholeNumberOf(value),
]
