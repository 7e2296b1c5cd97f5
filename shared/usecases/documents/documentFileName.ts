import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentKind, Reading } from '#shared/domain/documents/model.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'

/** What a file is named after: the act, the session or the candidature it belongs to. */
export interface NamedDocument {
  readonly document: DocumentKind
  readonly format: DocumentIssue['format']
  readonly reading: Reading
  /** « PV-2026-001 », « 2026-11-22 », « 0012 Mairie de Berric »: tells it from its like. */
  readonly of: string
}

/**
 * [FN1] « Lettre d’attribution 0012 Mairie de Berric.pdf »: kind, then what tells it from its like, numbers first. No
 * character that a disk refuses, and `longestNameBytes` at most, as some encrypted disks allow no more: it is the end of
 * the words that is cut, never the number.
 */
export function documentFileName({ document, format, reading, of }: NamedDocument): string {
  const communicable = reading === 'communicable' ? ' (communicable)' : ''
  const suffix = `${communicable}.${format}`
  return `${cut(accepted(`${documentNames[document]} ${of}`), longestNameBytes - utf8Encode(suffix).length)}${suffix}`
}

/** « 0012 Mairie de Berric ». */
export const candidatureInName = (number: number, applicant: string): string =>
  `${String(number).padStart(4, '0')} ${applicant}`

const longestNameBytes = 140

/** Windows refuses the most: <>:"/\|?*, controls, and a dot or a space at either end. */
const accepted = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/gu, '')

/** At most so many bytes, between two whole characters. */
function cut(text: string, bytes: number): string {
  let kept = text
  while (utf8Encode(kept).length > bytes) kept = [...kept].slice(0, -1).join('').trimEnd()
  return kept.replaceAll(/[. ]+$/gu, '')
}
