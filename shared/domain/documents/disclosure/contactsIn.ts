import type { DisclosureMask } from '../documentBoard.ts'
import { contactPatterns } from './contactPatterns.ts'
import type { Stretch } from './stretch.ts'

export interface Found extends Stretch, Pick<DisclosureMask, 'kind' | 'reason'> {}

/** [DX2] The contact and bank details of a text as it is read, marks left out; they may overlap. */
export const contactsIn = (text: string): readonly Found[] =>
  contactPatterns.flatMap(({ kind, reason, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trimEnd().length,
      kind,
      reason,
    })),
  )

/**
 * [DX8] What a communicable text still gives of contact details although no human lifted it, in order, each once.
 * `lifted`: texts that a human lifted. A digest is no account.
 */
export function contactsLeft(text: string, lifted: readonly string[]): readonly string[] {
  const read = text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/\b[0-9a-f]{64}\b/gu, '')
  const allowed = lifted.map(withoutSpaces)
  const left = contactsIn(read)
    .map(({ from, to }) => read.slice(from, to))
    .filter((contact) => !allowed.some((one) => one.includes(withoutSpaces(contact))))
  return [...new Set(left)]
}

/** Typography moves spaces and turns apostrophes: what is printed is compared without. */
const withoutSpaces = (text: string): string =>
  text
    .replace(/[\s\u202F*\\]+/gu, '')
    .replace(/[‑–]/gu, '-')
    .replace(/'/gu, '’')
