import { foldForSearch } from './foldForSearch.ts'

/**
 * A text whose code-unit order is the French order of the original ([DO21]): base letters first, accents only to
 * separate equals (last accent first), numbers by value. Made to be stored and sorted by the database.
 */
export function sortKey(text: string): string {
  const base = foldForSearch(text).replace(/\d+/g, lengthThenDigits)
  return `${base}\u0001${accentTail(text)}`
}

/** « 12 » sorts after « 9 »: the number of digits comes first, as a letter-like code unit below letters. */
function lengthThenDigits(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '')
  return `${String(Math.min(significant.length, 99)).padStart(2, '0')}${significant}`
}

/** French compares accents from the end of the word: côte comes before coté. */
function accentTail(text: string): string {
  const decomposed = text.toLowerCase().normalize('NFD')
  const marks = Array.from(decomposed.matchAll(/(\P{M})(\p{M}*)/gu), (match) => match[2] || ' ')
  return marks.reverse().join('').replace(/ +$/, '')
}
