import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { typographic } from '#shared/domain/documents/typography.ts'
import type { PlacedParagraph } from './templatePlaces.ts'

/** « paragraphe 4 : « Par {acte.numero} … » »: enough words round the tag to find it. */
export function problemAt(
  { where, text }: Pick<PlacedParagraph, 'where' | 'text'>,
  start: number,
  sentence: string,
): TemplateProblem {
  return { sentence: typographic(sentence), place: typographic(`${where} : « ${excerpt(text, start)} »`) }
}

function excerpt(text: string, start: number): string {
  const earliest = start <= lead ? 0 : start - lead
  // Never from the middle of a word, if there is one.
  const space = earliest === 0 ? -1 : text.slice(earliest, start - lead / 2).indexOf(' ')
  const from = space === -1 ? earliest : earliest + space + 1
  const to = text.length - from <= longest ? text.length : from + longest
  const shown = text.slice(from, to).replace(/\s+/gu, ' ').trim()
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`
}

const longest = 60
const lead = 36
