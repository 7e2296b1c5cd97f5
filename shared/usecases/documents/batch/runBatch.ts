import type { BatchKind, BatchReport } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { Progress, UseCaseContext } from '../../ports.ts'
import { candidatureInName, documentFileName } from '../documentFileName.ts'
import { draftOf } from '../draftOf.ts'
import { type DraftSources, draftSources } from '../draftSources.ts'
import { type DrawingTools, drawLaidOut, layOutDraft } from '../drawDraft.ts'
import { type IssueToRecord, issueOf, recordIssues } from '../exportDocument.ts'
import { batchReportText } from './batchReportText.ts'
import { batchWords } from './batchWords.ts'
import { type MailMergeEntry, mailMergeRows } from './mailMerge.ts'
import { type BatchPlan, type PlannedDocument, planBatch } from './planBatch.ts'
import { reasonLeft } from './reasonLeft.ts'

export interface BatchRequest {
  readonly sessionId: string
  readonly what: BatchKind
  readonly format: 'pdf' | 'docx' | 'both'
  /** Null: all. */
  readonly candidatureIds: readonly string[] | null
  readonly folder: string
  /** Local date and hour, « 2026-11-22T17:05 ». */
  readonly madeAt: string
}

export interface BatchControl {
  /** After each document; `merging` while the one PDF of all of them is drawn. */
  onProgress(progress: Progress, step: 'documents' | 'merging'): void
  readonly signal: { readonly aborted: boolean }
}

/**
 * [BA1] The documents of a session in one new folder: one PDF and/or Word each, one PDF of all of them in the order of the
 * numbers, a list for a mail merge, and what is missing. All of it is written and recorded in one act, or nothing at all;
 * a candidature that lacks something is left and told, and does not stop the others. When nobody could be served nothing
 * is written and the report says why. Refusals: those of `planBatch`, of `writeFolder` and of `transact`,
 * `document.cancelled`, and those of the templates that would stop every document.
 */
export async function runBatch(
  context: UseCaseContext,
  tools: DrawingTools,
  request: BatchRequest,
  control: BatchControl,
): Promise<Result<BatchReport>> {
  const sources = draftSources(context.file)
  const plan = planBatch(sources, { ...request, madeOn: request.madeAt.slice(0, 10) })
  if (!plan.ok) return plan
  const work: Work = { context, tools, request, control, sources, plan: plan.value }
  const result: Made = { documents: [], left: [...plan.value.left], stoppedBy: null }
  const written = await tools.press.writeFolder(request.folder, filesOf(work, result), () =>
    record(work, result),
  )
  if (result.stoppedBy !== null) return { ok: false, refusal: result.stoppedBy }
  const nobody = result.documents.length === 0 && !control.signal.aborted
  if (!written.ok && !(nobody && written.refusal.code === 'document.cancelled')) return written
  return ok(reportOf(work, result))
}

interface Work {
  readonly context: UseCaseContext
  readonly tools: DrawingTools
  readonly request: BatchRequest
  readonly control: BatchControl
  /** As the file was when the batch began. */
  readonly sources: DraftSources
  readonly plan: BatchPlan
}

/** What was made so far. */
interface Made {
  readonly documents: MadeOne[]
  readonly left: BatchReport['left'][number][]
  /** A refusal that would stop every document. */
  stoppedBy: Refusal | null
}

interface MadeOne {
  readonly model: DocumentModel
  readonly issues: readonly IssueToRecord[]
  readonly entry: MailMergeEntry
}

interface NewFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Drawn one by one, as the folder takes them: no more than one document is in the air. Null: stop. */
async function* filesOf(work: Work, result: Made): AsyncGenerator<NewFile | null> {
  const { control, plan, tools } = work
  const total = plan.documents.length
  for (const [index, planned] of plan.documents.entries()) {
    if (control.signal.aborted) return yield null
    const made = await makeOne(work, planned)
    if (made.ok) {
      yield* made.value.files
      result.documents.push(made.value)
    } else {
      const reason = reasonLeft(made.refusal)
      if (reason === null) {
        result.stoppedBy = made.refusal
        return yield null
      }
      const { number, applicant } = planned.facts.candidature
      result.left.push({ number, applicant, reason })
    }
    control.onProgress({ done: index + 1, total }, 'documents')
  }
  if (result.documents.length === 0 || control.signal.aborted) return yield null
  const report = reportOf(work, result)
  if (report.merged !== null) {
    control.onProgress({ done: total, total }, 'merging')
    const models = result.documents.map(({ model }) => model)
    yield { name: report.merged, bytes: await tools.press.renderTogether(models, togetherTitle(work)) }
  }
  const rows = mailMergeRows(result.documents.map(({ entry }) => entry))
  yield { name: report.mailMerge, bytes: utf8Encode(renderCsv(rows)) }
  yield { name: 'Compte rendu.txt', bytes: utf8Encode(batchReportText(headOf(work), report)) }
  if (control.signal.aborted) yield null
}

async function makeOne(
  { context, tools, request, sources, plan }: Work,
  { candidatureId, document, facts }: PlannedDocument,
): Promise<Result<MadeOne & { readonly files: readonly NewFile[] }>> {
  const draftRequest = {
    sessionId: plan.sessionId,
    candidatureId,
    document,
    reading: 'full',
    madeAt: request.madeAt,
  } as const
  const drafted = draftOf(sources, context.digest, draftRequest)
  if (!drafted.ok) return drafted
  const laidOut = await layOutDraft(sources.reader, tools, drafted.value)
  if (!laidOut.ok) return laidOut
  const { content, template } = laidOut.value
  const { number, factsDigest } = content.model
  const files: NewFile[] = []
  const issues: IssueToRecord[] = []
  const fileNames: { pdf: string | null; docx: string | null } = { pdf: null, docx: null }
  for (const format of request.format === 'both' ? (['pdf', 'docx'] as const) : [request.format]) {
    const bytes = await drawLaidOut(tools, laidOut.value, format)
    const of = candidatureInName(facts.candidature.number, facts.candidature.applicant)
    const fileName = documentFileName({ document, format, reading: 'full', of })
    files.push({ name: fileName, bytes })
    fileNames[format] = fileName
    const made = { fileName, bytes, number, factsDigest, content, template }
    issues.push(issueOf(context, { ...draftRequest, format }, made))
  }
  const entry = {
    number: facts.candidature.number,
    applicant: facts.candidature.applicant,
    project: facts.candidature.project,
    amountCents: facts.decision?.amountCents ?? null,
    correspondent: facts.instruction.correspondent,
    documentName: documentNames[document],
    fileNames,
  }
  return ok({ model: content.model, issues, entry, files })
}

/** Called when the folder is whole and has its name; a refusal takes it away. */
function record({ context, request, control }: Work, { documents }: Made): Result<null> {
  if (control.signal.aborted) return refuse('document.cancelled')
  const { singular, plural } = batchWords[request.what]
  const name = counted(documents.length, singular, plural)
  const recorded = recordIssues(
    context,
    name,
    documents.flatMap(({ issues }) => issues),
  )
  return recorded.ok ? ok(null) : recorded
}

function reportOf(work: Work, { documents, left }: Made): BatchReport {
  const { request } = work
  const hasPdf = documents.length > 0 && request.format !== 'docx'
  return {
    folder: request.folder,
    written: documents.length,
    merged: hasPdf ? `${togetherTitle(work)}.pdf` : null,
    mailMerge: documents.length === 0 ? '' : 'publipostage.csv',
    left: left.toSorted((one, other) => one.number - other.number),
  }
}

/** « Tous les courriers PV-2026-001 »: title and name of the one PDF. */
const togetherTitle = ({ request, plan: { session } }: Work): string =>
  `${batchWords[request.what].together} ${session.closing?.number ?? session.date}`

const headOf = ({ request, plan: { session } }: Work) => ({
  what: request.what,
  sessionNumber: session.closing?.number ?? null,
  sessionDate: session.date,
  madeAt: request.madeAt,
})
