import type { Dice } from './dice.ts'

const starts = ['ba', 'cré', 'do', 'é', 'fla', 'gi', 'hâ', 'ju', 'lo', 'mai', 'nu', 'œu', 'pro', 'ré', 'sa']
const middles = ['', 'li', 'mé', 'no', 'ra', 'ti', 'vê', 'gre']
const ends = ['tion', 'ment', 'rie', 'age', 'té', 'ville', 'ret', 'sson', 'que', 'nnes']

/** Made-up words of two to four French syllables, accents included. */
const vocabulary = starts.flatMap((start) =>
  middles.flatMap((middle) => middles.flatMap((next) => ends.map((end) => start + middle + next + end))),
)

export const vocabularySize = vocabulary.length

/** The n-th most frequent word. Frequent words begin with any letter: neighbours in rank are far apart in the list. */
export const wordAt = (rank: number): string => vocabulary[(rank * 7_919) % vocabularySize] ?? ''

/** @param count words, common ones often. */
export const wordsOf = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => wordAt(dice.rollLow(vocabularySize))).join(' ')
