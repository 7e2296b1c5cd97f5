import { compareResaved } from '#shared/domain/documents/compareResaved.ts'
import { compareTexts, type TextDifference } from '#shared/domain/documents/compareTexts.ts'
import type { DocumentIdentity } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { PageCode } from '#shared/domain/documents/pageCode.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { SignatureReading } from '#shared/domain/documents/returnedFile.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type {
  DocumentPress,
  PageCodeReader,
  RecognisedDocument,
  SignatureReader,
  UseCaseContext,
} from '../../ports.ts'
import { type KnownContent, type KnownDocument, knownDocument } from './knownDocuments.ts'

/** What reads a file that somebody hands in. */
export interface ProofTools {
  readonly press: DocumentPress
  readonly signatures: SignatureReader
  readonly pageCodes: PageCodeReader
}

/** All that can be found out about a file, before anything is concluded. */
export interface Examination {
  readonly sha256: string
  /** null when it is neither a PDF nor a Word file that can be read. */
  readonly recognised: RecognisedDocument | null
  readonly identity: DocumentIdentity | null
  readonly signatures: readonly SignatureReading[]
  /** Its bytes are those of this export. */
  readonly exact: DocumentIssue | null
  /** [VF7] Its bytes were those of this export before it was signed; `changes`: what it shows since, in French. */
  readonly signed: { readonly issue: DocumentIssue; readonly changes: readonly string[] } | null
  /** What it says it is, as far as this file knows it. */
  readonly known: KnownDocument | null
  /** [VF6] The nearest of what a true exemplar says; null when nothing of it was kept. */
  readonly nearest: (KnownContent & { readonly differences: readonly TextDifference[] }) | null
  /** The bytes of a true exemplar drawn again. */
  readonly isDrawnAgain: boolean
  /** The codes of each page; null when the file says what it is, or has no pages to look at. */
  readonly codes: readonly (readonly PageCode[])[] | null
}

/** As many differences as a secretary reads. */
const mostDifferences = 10
/** Beyond, one text is as far from the file as another. */
const mostWeighed = 100
const mostDrawn = 5

export async function examineFile(
  context: UseCaseContext,
  tools: ProofTools,
  bytes: Uint8Array,
): Promise<Examination> {
  const sha256 = context.digest.sha256Hex(bytes)
  const issues = context.file.all('document')
  const exact = issues.findLast((issue) => issue.sha256 === sha256) ?? null
  const recognised = await tools.press.recognise(bytes)
  const isPdf = recognised?.format === 'pdf'
  const signatures = recognised?.format === 'docx' ? [] : await tools.signatures.read(bytes)
  const signed = signatures.length === 0 ? null : await signedIssue(context, tools.signatures, bytes, issues)
  const identity = recognised?.identity ?? recognised?.visibleIdentity ?? null
  const known = identity === null ? null : knownDocument(context.file, identity)
  const nearest = recognised === null || known === null ? null : nearestContent(known, recognised)
  const mayBeScan = recognised === null || (isPdf && recognised.identity === null)
  return {
    sha256,
    recognised,
    identity,
    signatures,
    exact,
    signed,
    known,
    nearest,
    isDrawnAgain: exact === null && (await isDrawnAgain(context, tools.press, sha256, recognised, known)),
    codes: exact === null && mayBeScan ? await tools.pageCodes.read(bytes) : null,
  }
}

async function signedIssue(
  { digest }: UseCaseContext,
  reader: SignatureReader,
  bytes: Uint8Array,
  issues: readonly DocumentIssue[],
): Promise<Examination['signed']> {
  const bySha256 = new Map(issues.map((issue) => [issue.sha256, issue]))
  for (const earlier of await reader.beforeSigning(bytes)) {
    const issue = bySha256.get(digest.sha256Hex(earlier))
    if (issue !== undefined) return { issue, changes: await reader.changesSince(earlier, bytes) }
  }
  return null
}

const differencesWith = (model: DocumentModel, { identity, text }: RecognisedDocument, most: number) =>
  identity === null ? compareResaved(model, text, most) : compareTexts(plainText(model), text, most)

/** By the letters that would have to change: a whole text that was replaced is one difference. The newest first. */
function nearestContent({ contents }: KnownDocument, recognised: RecognisedDocument): Examination['nearest'] {
  let nearest: Examination['nearest'] = null
  let least = Number.POSITIVE_INFINITY
  for (const content of contents) {
    const differences = differencesWith(content.model, recognised, mostWeighed)
    const changed = differences.reduce((sum, { expected, found }) => sum + expected.length + found.length, 0)
    if (changed < least) nearest = { ...content, differences: differences.slice(0, mostDifferences) }
    least = Math.min(least, changed)
    if (differences.length === 0) break
  }
  return nearest
}

/** A document that was never exported, or whose export was not recorded, is drawn to the same bytes all the same. */
async function isDrawnAgain(
  { digest }: UseCaseContext,
  press: DocumentPress,
  sha256: string,
  recognised: RecognisedDocument | null,
  known: KnownDocument | null,
): Promise<boolean> {
  if (recognised === null) return false
  // The same bytes have the same text: the others need not be drawn.
  const sameText = (known?.contents ?? []).filter(
    ({ model }) => differencesWith(model, recognised, 1).length === 0,
  )
  for (const { model } of sameText.slice(0, mostDrawn)) {
    const again = await press.render(model, recognised.format)
    if (digest.sha256Hex(again) === sha256) return true
  }
  return false
}

export const differenceInWords = ({ expected, found, after }: TextDifference): string =>
  `après « ${after} » : « ${expected || 'rien'} » dans l’original, « ${found || 'rien'} » dans le fichier`
