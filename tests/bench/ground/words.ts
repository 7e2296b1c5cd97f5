import type { Dice } from './dice.ts'

/** Made-up words of two or three French syllables, accents included. */
const vocabulary: readonly string[] = (() => {
  const starts = ['ba', 'cré', 'do', 'é', 'fla', 'gi', 'hâ', 'ju', 'lo', 'mai', 'nu', 'œu', 'pro', 'ré', 'sa']
  const middles = ['', 'li', 'mé', 'no', 'ra', 'ti', 'vê', 'gre']
  const ends = ['tion', 'ment', 'rie', 'age', 'té', 'ville', 'ret', 'sson', 'que', 'nnes']
  return starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))
})()

/** The n-th most frequent word. */
export const wordAt = (rank: number): string => vocabulary[rank % vocabulary.length] ?? ''

export const vocabularySize = vocabulary.length

/** @param count words, common ones often. */
export const wordsOf = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => wordAt(dice.rollLow(vocabularySize))).join(' ')
