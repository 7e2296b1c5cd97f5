/** Of a list that is not empty. @param share 0.5 for the median, 0.95 for p95: nearest rank, but the middle of two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const lower = sorted[Math.floor(at)] ?? Number.NaN
  const upper = sorted[Math.ceil(at)] ?? lower
  return lower + (upper - lower) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
