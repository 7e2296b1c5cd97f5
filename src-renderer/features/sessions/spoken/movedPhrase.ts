/** The list with one phrase a place up (-1) or down (1); the same list at its ends. */
export function movedPhrase(phrases: readonly string[], index: number, by: 1 | -1): readonly string[] {
  const phrase = phrases[index]
  const other = phrases[index + by]
  return phrase === undefined || other === undefined
    ? phrases
    : phrases.with(index, other).with(index + by, phrase)
}
