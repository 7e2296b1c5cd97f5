/** How a heading is tagged and numbered. */
export interface OutlinedHeading {
  readonly role: 'H1' | 'H2' | 'H3' | 'H4'
  /** « 1.2. », or empty. */
  readonly number: string
}

/**
 * Follows the headings of a document in order. `rank`: 0 for a title, 1 to 3 for a heading. Tags never jump a level (a letter
 * without title begins with H1), as a screen reader expects; numbers count headings only.
 */
export function createHeadingOutline(numbered: boolean): (rank: number) => OutlinedHeading {
  const open: number[] = []
  const counts = [0, 0, 0]
  return (rank) => {
    while ((open.at(-1) ?? -1) >= rank) open.pop()
    open.push(rank)
    const role = `H${open.length}` as OutlinedHeading['role']
    if (!numbered || rank === 0) return { role, number: '' }
    counts[rank - 1] = (counts[rank - 1] ?? 0) + 1
    counts.fill(0, rank)
    // A heading without one above it counts as the first of its level, as in Word.
    const number = counts.slice(0, rank).map((count) => Math.max(1, count))
    return { role, number: `${number.join('.')}.` }
  }
}
