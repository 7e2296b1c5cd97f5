/**
 * The one folding of the product: what a search, a comparison of names and a stored shadow column use ([DO20]).
 * Lower case, no accents, ligatures opened, apostrophes and dashes as spaces, single spaces. Idempotent.
 */
export function foldForSearch(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(invisible, '')
    .replace(apostrophesAndDashes, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** « Châtillon » becomes « Chatillon ». Case is kept. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** Soft hyphens, zero-width characters and byte-order marks: seen in no screen, present in many exports. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

const apostrophesAndDashes = /['’‘ʼ´`′\-‐‑‒–—―−_]/g
