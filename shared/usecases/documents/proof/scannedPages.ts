import type { PageCode } from '#shared/domain/documents/pageCode.ts'
import { pagesInWords } from '#shared/domain/documents/pagesInWords.ts'
import type { Reader } from '../../ports.ts'
import { documentTitle } from './documentTitle.ts'
import { type KnownDocument, knownDocument } from './knownDocuments.ts'

/** The pages of one document in a scan. */
export interface ScannedDocument {
  /** null: a code of ours, of a document that this file does not know. */
  readonly known: KnownDocument | null
  /** « Procès-verbal PV-2026-001 ». */
  readonly title: string
  /** Where they are in the scan, from 1; a sheet may hold several. */
  readonly sheets: readonly number[]
  /** Which of its pages, from 1, in order, each once; those of a Word file do not say it. */
  readonly pages: readonly number[]
}

/** The documents whose codes were read in a scan, in the order they come. */
export function scannedDocuments(
  reader: Reader,
  codes: readonly (readonly PageCode[])[],
): readonly ScannedDocument[] {
  const found = new Map<string, { code: PageCode; sheets: Set<number>; pages: Set<number> }>()
  for (const [index, sheet] of codes.entries())
    for (const code of sheet) {
      const key = `${code.kind} ${code.digestStart}`
      const one = found.get(key) ?? { code, sheets: new Set(), pages: new Set() }
      one.sheets.add(index + 1)
      if (code.page !== null) one.pages.add(code.page)
      found.set(key, one)
    }
  return [...found.values()].map(({ code, sheets, pages }) => {
    const known = knownDocument(reader, { kind: code.kind, factsDigest: code.digestStart })
    const number = known?.issues[0]?.number ?? known?.contents[0]?.model.number ?? ''
    const title = documentTitle({ document: code.kind, number })
    return {
      known,
      title: known === null ? `${title} (inconnu de ce fichier)` : title,
      sheets: [...sheets],
      pages: [...pages].toSorted((a, b) => a - b),
    }
  })
}

/** « Procès-verbal PV-2026-001 (pages 1 à 3 du fichier) ». */
export const scannedInWords = ({ title, sheets }: ScannedDocument): string =>
  `${title} (${pagesInWords(sheets)} du fichier)`
