import type { ReturnReport } from '#shared/domain/documents/documentBoard.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { DocumentPress, Reader } from '../../ports.ts'
import { issuedContent } from '../issuedContent.ts'
import type { Examination } from './examineFile.ts'
import type { ScannedDocument } from './scannedPages.ts'

/** Which pages of the document a scan holds; null for what is no scan. */
export async function returnedPages(
  reader: Reader,
  press: DocumentPress,
  issue: DocumentIssue,
  { kind }: ReturnedFile,
  { codes }: Examination,
  scanned: readonly ScannedDocument[],
): Promise<ReturnReport['pages']> {
  if (kind !== 'scan' || codes === null) return null
  const read = scanned.find((one) => isOf(issue, one))?.pages ?? []
  const unread = codes.filter((sheet) => sheet.length === 0).length
  const expected = await pageCountOf(reader, press, issue)
  const missing = Array.from({ length: expected ?? 0 }, (_, index) => index + 1).filter(
    (page) => !read.includes(page),
  )
  return { read, expected, missing, unread }
}

export const isOf = ({ document, factsDigest }: DocumentIssue, { known }: ScannedDocument): boolean =>
  known !== null &&
  known.document === document &&
  known.issues.some((issue) => issue.factsDigest === factsDigest)

/** Only a page that was drawn here is known to be there. */
async function pageCountOf(
  reader: Reader,
  press: DocumentPress,
  issue: DocumentIssue,
): Promise<number | null> {
  if (issue.format !== 'pdf') return null
  const content = issuedContent(reader, issue)
  if (!content.ok) return null
  return (await press.recognise(await press.render(content.value.model, 'pdf')))?.pageCount ?? null
}
