import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'

/** « Procès-verbal PV-2026-001 »; « Lettre 2026-0001 · attribution », a number that already says what it numbers. */
export const documentTitle = ({
  document,
  number,
}: {
  readonly document: DocumentKind
  readonly number: string
}): string => (/^\p{L}{4}/u.test(number) ? number : `${documentNames[document]} ${number}`.trim())
