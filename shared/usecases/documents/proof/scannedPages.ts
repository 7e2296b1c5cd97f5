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
  /** The first of its pages on each sheet, in the order they come; a sheet that was taken twice comes twice. */
  readonly order: readonly number[]
}

interface Found {
  readonly code: PageCode
  readonly sheets: Set<number>
  readonly pages: Set<number>
  /** By sheet, its first page. */
  readonly order: Map<number, number>
}

/** The documents whose codes were read in a scan, in the order they come. */
export function scannedDocuments(
  reader: Reader,
  codes: readonly (readonly PageCode[])[],
): readonly ScannedDocument[] {
  const found = new Map<string, Found>()
  for (const [index, sheet] of codes.entries())
    for (const code of sheet) {
      const key = `${code.kind} ${code.digestStart}`
      const one = found.get(key) ?? { code, sheets: new Set(), pages: new Set(), order: new Map() }
      one.sheets.add(index + 1)
      if (code.page !== null) {
        one.pages.add(code.page)
        one.order.set(index, Math.min(code.page, one.order.get(index) ?? code.page))
      }
      found.set(key, one)
    }
  return [...found.values()].map(({ code, sheets, pages, order }) => {
    const known = knownDocument(reader, { kind: code.kind, factsDigest: code.digestStart })
    const number = known?.issues[0]?.number ?? known?.contents[0]?.model.number ?? ''
    const title = documentTitle({ document: code.kind, number })
    return {
      known,
      title: known === null ? `${title} (inconnu de ce fichier)` : title,
      sheets: [...sheets],
      pages: [...pages].toSorted((a, b) => a - b),
      order: [...order.values()],
    }
  })
}

/** « Procès-verbal PV-2026-001 (pages 1 à 3 du fichier) ». */
export const scannedInWords = ({ title, sheets }: ScannedDocument): string =>
  `${title} (${pagesInWords(sheets)} du fichier)`
