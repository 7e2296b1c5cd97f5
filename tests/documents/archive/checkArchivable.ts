import { PDFDocument } from 'pdf-lib'
import { contentFaults } from './contentFaults.ts'
import { fileFaults } from './fileFaults.ts'
import { fontFaults } from './fontFaults.ts'
import { structureFaults } from './structureFaults.ts'

/**
 * What PDF/A-2a and PDF/UA-1 ask of a file and we can check ourselves, as sentences; empty when nothing is amiss. No
 * substitute for a validator (ADR 0009): it looks for what our own writer could get wrong.
 */
export async function checkArchivable(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return [
    ...fileFaults(document, bytes),
    ...fontFaults(document),
    ...contentFaults(document),
    ...structureFaults(document),
  ]
}
