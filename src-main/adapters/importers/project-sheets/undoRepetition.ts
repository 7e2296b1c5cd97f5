/**
 * The wiki exports a block folded then unfolded: its first paragraph, then all the others twice in sequence. When the
 * first paragraph is blank only the doubled others are left. Gives the block as its author wrote it, or null when the
 * lines have neither form ([DO61]). An author's own repetition survives: « a, a » is exported as « a, a, a ».
 */
export function undoRepetition(lines: readonly string[]): readonly string[] | null {
  if (lines.length <= 1) return lines
  const firstCount = lines.length % 2
  const half = (lines.length - firstCount) / 2
  const once = lines.slice(firstCount, firstCount + half)
  const again = lines.slice(firstCount + half)
  return once.every((line, index) => sameText(line, again[index] ?? ''))
    ? lines.slice(0, firstCount + half)
    : null
}

const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ')
