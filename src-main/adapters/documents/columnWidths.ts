/**
 * Widths of the columns of a table: by their shares, but never narrower than the widest unbreakable word (an amount,
 * a name) as long as the table can hold it. All lengths in one unit, the caller's.
 */
export function columnWidths(
  shares: readonly number[],
  least: readonly number[],
  total: number,
): readonly number[] {
  const leastSum = least.reduce((sum, width) => sum + width, 0)
  if (leastSum >= total) return squeezed(least, total)
  const widths = shares.map(() => 0)
  const free = new Set(shares.keys())
  let remaining = total
  // Each turn pins the columns that their share would make too narrow; at most one turn per column.
  for (;;) {
    const shareSum = [...free].reduce((sum, index) => sum + (shares[index] ?? 0), 0)
    const widthOf = (index: number): number => ((shares[index] ?? 0) / shareSum) * remaining
    const narrow = [...free].filter((index) => widthOf(index) < (least[index] ?? 0))
    if (narrow.length === 0) {
      for (const index of free) widths[index] = widthOf(index)
      return widths
    }
    for (const index of narrow) {
      widths[index] = least[index] ?? 0
      remaining -= widths[index] ?? 0
      free.delete(index)
    }
    if (free.size === 0) return widths
  }
}

/** When not all fit, the narrow columns keep their width and the widest ones share what is left equally. */
function squeezed(least: readonly number[], total: number): readonly number[] {
  const widths = least.map(() => 0)
  let remaining = total
  const ascending = [...least.entries()].toSorted(([, a], [, b]) => a - b)
  ascending.forEach(([index, width], position) => {
    const fairShare = remaining / (ascending.length - position)
    widths[index] = Math.min(width, fairShare)
    remaining -= widths[index] ?? 0
  })
  return widths
}
