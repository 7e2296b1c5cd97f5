/** What a printed sheet is of. `member`: 0 for the committee's own sheet, then the place in the order of ids, from 1. */
export interface SheetReference {
  readonly member: number
  /** Number of the candidature in its call. */
  readonly candidature: number
}

/**
 * [SC10] The code printed on a mark sheet: session, member, candidature, check character, e.g. « 7K-04-012-P ». Two
 * sheets of a session never share one. `member` is at most 319.
 */
export function sheetCode(sessionId: string, { member, candidature }: SheetReference): string {
  const parts = [sessionTag(sessionId), memberSymbols(member), String(candidature).padStart(3, '0')]
  return [...parts, checkSymbol(parts.join(''))].join('-')
}

/**
 * The sheet that a typed code is of, or null: unreadable, mistyped, or of another session. Case, spaces and dashes do
 * not matter; O is read as 0, I and L as 1. One wrong character, and any two characters exchanged, are found out.
 */
export function readSheetCode(sessionId: string, typed: string): SheetReference | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const read = /^(..)([0-9A-Z])(\d)(\d{3,})(.)$/.exec(code)
  if (read === null) return null
  const [, tag, tens = '', units = '', candidature = '', check] = read
  if (tag !== sessionTag(sessionId) || check !== checkSymbol(code.slice(0, -1))) return null
  return { member: symbols.indexOf(tens) * 10 + Number(units), candidature: Number(candidature) }
}

/** Neither I, L, O nor U. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Two symbols drawn from the identifier (FNV-1a, 32 bits): they keep the pile of another session out. */
function sessionTag(sessionId: string): string {
  let hash = 0x811c9dc5
  for (const character of sessionId)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const folded = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & 0x3ff
  return symbolAt(folded >> 5) + symbolAt(folded & 31)
}

/** Two digits up to 99, then a letter for the tens: 104 is « A4 ». */
const memberSymbols = (member: number): string => symbolAt(Math.floor(member / 10)) + String(member % 10)

/**
 * A linear check in the field of 32 elements: Σ cᵢ·αⁱ = 0, the check character being c₀. Each position has its own
 * weight among 31, all different and none zero: a substitution changes the sum by δ·αⁱ ≠ 0, an exchange by
 * (a − b)(αⁱ − αʲ) ≠ 0.
 */
function checkSymbol(body: string): string {
  let sum = 0
  for (const character of body) {
    const value = symbols.indexOf(character)
    if (value < 0) return ''
    sum = timesAlpha(sum ^ value)
  }
  return symbolAt(sum)
}

/** Times x modulo x⁵ + x² + 1, whose root generates the field. */
const timesAlpha = (element: number): number => (element & 16 ? (element << 1) ^ 0x25 : element << 1)

const symbolAt = (value: number): string => symbols[value] ?? ''
