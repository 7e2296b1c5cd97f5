/**
 * Order of two French names [TY5]: letters first without accents, case, hyphens or apostrophes; at equality the
 * accents decide, then the raw text. Written out rather than asked of `Intl`, whose tables change with the
 * platform: a list printed today must keep its order in ten years.
 */
export function compareFrench(a: string, b: string): number {
  return (
    compareText(baseLetters(a), baseLetters(b)) || compareText(accented(a), accented(b)) || compareText(a, b)
  )
}

const baseLetters = (text: string): string =>
  accented(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

const accented = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[-'’‐‑]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
