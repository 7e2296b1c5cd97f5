import type { ReturnReport } from '#shared/domain/documents/documentBoard.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { documentTitle } from './proof/documentTitle.ts'
import { differenceInWords, type Examination, examineFile, type ProofTools } from './proof/examineFile.ts'
import type { KnownDocument } from './proof/knownDocuments.ts'
import { returnedPages } from './proof/returnedPages.ts'
import { returnRemarks } from './proof/returnRemarks.ts'
import { type ScannedDocument, scannedDocuments, scannedInWords } from './proof/scannedPages.ts'

/** Bytes; what comes back is kept in the file of the committee for ever. */
const largestReturned = 50 * 1024 * 1024

/**
 * [VF9] Keeps a file that came back of a document that left, as it came, with what it is and how it differs; `issueId` null:
 * the document it says it is. The same bytes again change nothing. It moves no state by itself. Refusals:
 * `entity.missing`, `document.too-large`, `document.damaged`, `document.nothing-returned`, `document.unrecognised`, `document.several`, those
 * of `DocumentPress.read` and of `transact`.
 */
export async function returnDocument(
  context: UseCaseContext,
  tools: ProofTools,
  input: { readonly path: string; readonly issueId: string | null; readonly on: string },
): Promise<Result<ReturnReport>> {
  const chosen = input.issueId === null ? ok(null) : loadOrRefuse(context.file, 'document', input.issueId)
  if (!chosen.ok) return chosen
  const read = await tools.press.read(input.path)
  if (!read.ok) return read
  const bytes = read.value
  if (bytes.length > largestReturned) return refuse('document.too-large', { largest: 50 })
  if (bytes.length === 0) return refuse('document.damaged', { state: 'vide' })
  const examination = await examineFile(context, tools, bytes)
  if (isDamagedPdf(bytes, examination)) return refuse('document.damaged', { state: 'abîmé' })
  if (examination.exact !== null && examination.signatures.length === 0)
    return refuse('document.nothing-returned')
  const scanned = scannedDocuments(context.file, examination.codes ?? [])
  const issue = chosen.value === null ? issueOf(context.file, examination, scanned) : ok(chosen.value)
  if (!issue.ok) return issue
  const { sha256 } = examination
  const before = issue.value.returned.find((each) => each.sha256 === sha256)
  const returned = before ?? returnedFile(examination, scanned, input)
  const pages = await returnedPages(context.file, tools.press, issue.value, returned, examination, scanned)
  const report: ReturnReport = {
    issueId: issue.value.id,
    title: documentTitle(issue.value),
    returned,
    pages,
    remarks: returnRemarks(issue.value, returned, examination, scanned, pages),
  }
  if (before !== undefined) return ok(report)
  const recorded = context.file.transact(
    { actor: context.actor, label: `Retour : ${report.title}`, undoable: true },
    (transaction) => {
      transaction.putBlob(bytes)
      return transaction.emit('document.return@1', entityOf('document', issue.value.id), returned)
    },
  )
  return recorded.ok ? ok(report) : recorded
}

/** Neither its text nor its pages can be read, and no password says why. */
function isDamagedPdf(bytes: Uint8Array, { exact, recognised, codes, signatures }: Examination): boolean {
  const isUnread = exact === null && recognised === null && codes === null && signatures.length === 0
  return isUnread && holds(bytes.subarray(0, 1024), '%PDF-') && !holds(bytes, '/Encrypt')
}

/** Whether these bytes hold a word of plain letters. */
function holds(bytes: Uint8Array, word: string): boolean {
  const letters = [...word].map((letter) => letter.charCodeAt(0))
  return bytes.some(
    (byte, at) => byte === letters[0] && letters.every((letter, offset) => bytes[at + offset] === letter),
  )
}

/** The export that the file comes back of; nothing is guessed between two documents. */
function issueOf(
  reader: Reader,
  examination: Examination,
  scanned: readonly ScannedDocument[],
): Result<DocumentIssue> {
  const again = reader
    .all('document')
    .find(({ returned }) => returned.some(({ sha256 }) => sha256 === examination.sha256))
  const certain = again ?? examination.signed?.issue ?? examination.exact
  if (certain !== undefined && certain !== null) return ok(certain)
  if (examination.known === null && scanned.length > 1)
    return refuse('document.several', { documents: scanned.map(scannedInWords) })
  const known = examination.known ?? scanned[0]?.known ?? null
  const issue = known === null ? undefined : likeliestIssue(known, examination)
  return issue === undefined ? refuse('document.unrecognised') : ok(issue)
}

/** Of several exports of one document: the newest of the nearest content, in the format it left in. */
function likeliestIssue({ issues }: KnownDocument, examination: Examination): DocumentIssue | undefined {
  const format = examination.recognised?.format === 'docx' ? 'docx' : 'pdf'
  const contentDigest = examination.nearest?.contentDigest ?? null
  const nearest = issues.filter((issue) => contentDigest === null || issue.contentDigest === contentDigest)
  return nearest.find((issue) => issue.format === format) ?? nearest[0] ?? issues[0]
}

function returnedFile(
  examination: Examination,
  scanned: readonly ScannedDocument[],
  { path, on }: { readonly path: string; readonly on: string },
): ReturnedFile {
  const { sha256, signatures, signed } = examination
  const kind = kindOf(examination, scanned)
  // The letters that a program reads on a picture are no text of the document.
  const differences = kind === 'scan' ? [] : (examination.nearest?.differences ?? []).map(differenceInWords)
  return {
    sha256,
    fileName: path.split(/[/\\]/u).at(-1) ?? path,
    on,
    kind,
    signatures,
    differences: [...(signed?.changes ?? []), ...differences],
  }
}

function kindOf(
  { signatures, recognised, codes }: Examination,
  scanned: readonly ScannedDocument[],
): ReturnedFile['kind'] {
  if (signatures.length > 0) return 'signed-pdf'
  if (recognised?.format === 'docx') return 'edited-word'
  const isPicture = codes !== null && (recognised === null || recognised.text.trim() === '')
  return scanned.length > 0 || isPicture ? 'scan' : 'other'
}
