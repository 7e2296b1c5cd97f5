import type { ImportedCandidature } from '#shared/domain/dossier/importedCandidature.ts'
import { findSheets } from './project-sheets/findSheets.ts'
import { readSheet } from './project-sheets/readSheet.ts'
import { countSkippedPages, type SkippedPages } from './project-sheets/skippedPages.ts'
import { sourceLines } from './project-sheets/sourceLines.ts'

export interface ProjectSheetsReading {
  readonly candidatures: readonly ImportedCandidature[]
  /** Pages that are not project sheets: counted, and nothing of them kept. */
  readonly skippedPages: SkippedPages
}

/** Reads the text export of the wiki of project sheets ([DO60]). Any text is accepted; it may hold no sheet at all. */
export function readProjectSheets(text: string): ProjectSheetsReading {
  const { sheets, others } = findSheets(sourceLines(text))
  return { candidatures: sheets.map(readSheet), skippedPages: countSkippedPages(others) }
}
