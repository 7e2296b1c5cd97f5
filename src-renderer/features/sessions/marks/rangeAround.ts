/** [UI10] The tens that hold every total: both ends of the strip of dots. */
export function rangeAround(totals: readonly number[]): { readonly from: number; readonly to: number } {
  if (totals.length === 0) return { from: 0, to: 100 }
  const from = Math.floor(Math.min(...totals) / 10) * 10
  const to = Math.ceil(Math.max(...totals) / 10) * 10
  return from === to ? { from: Math.max(0, from - 10), to: Math.min(100, to + 10) } : { from, to }
}
