import { withoutSpaces } from './plainText.ts'
import { printableText } from './printableText.ts'

export interface TextDifference {
  /** Words of the act that the file has not; empty when something was only added. */
  readonly expected: string
  /** Words that the file has instead; empty when something was only removed. */
  readonly found: string
  /** The words just before, to find the place. */
  readonly after: string
}

/**
 * What a file changed in the text of its act [VF2]: the first differences, at most `limit`; none when it is
 * « conforme ». Spaces and line ends do not count, for each rendering breaks its lines where it can.
 */
export function compareTexts(expected: string, found: string, limit = 5): readonly TextDifference[] {
  if (withoutSpaces(printableLines(expected)) === withoutSpaces(printableLines(found))) return []
  const ours = wordsOf(expected)
  const theirs = wordsOf(found)
  const differences: TextDifference[] = []
  let i = 0
  let j = 0
  while ((i < ours.length || j < theirs.length) && differences.length < limit) {
    if (ours[i] === theirs[j]) {
      i++
      j++
      continue
    }
    const { skipOurs, skipTheirs } = resynchronise(ours, theirs, i, j)
    const removed = ours.slice(i, i + skipOurs).join(' ')
    const added = theirs.slice(j, j + skipTheirs).join(' ')
    // A word that a line end cut in two is no change.
    if (withoutSpaces(removed) !== withoutSpaces(added)) {
      differences.push({
        expected: removed,
        found: added,
        after: ours.slice(Math.max(0, i - 6), i).join(' '),
      })
    }
    i += skipOurs
    j += skipTheirs
  }
  return differences
}

/** How many words to skip on each side so that the texts agree again: the nearest place where two words match. */
function resynchronise(
  ours: readonly string[],
  theirs: readonly string[],
  i: number,
  j: number,
): { skipOurs: number; skipTheirs: number } {
  for (let distance = 1; distance <= horizonWords; distance++) {
    for (let skipOurs = 0; skipOurs <= distance; skipOurs++) {
      const skipTheirs = distance - skipOurs
      const a = i + skipOurs
      const b = j + skipTheirs
      if (a > ours.length || b > theirs.length) continue
      if (ours[a] === theirs[b] && ours[a + 1] === theirs[b + 1]) return { skipOurs, skipTheirs }
    }
  }
  return { skipOurs: ours.length - i, skipTheirs: theirs.length - j }
}

const horizonWords = 400

const wordsOf = (text: string): readonly string[] =>
  printableLines(text)
    .split(/\s+/u)
    .filter((word) => word !== '')

const printableLines = (text: string): string =>
  text
    .split(/[\n\t]/u)
    .map(printableText)
    .join('\n')
