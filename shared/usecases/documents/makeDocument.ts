import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { rankingRows } from '#shared/domain/documents/rankingRows.ts'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue, IssuedContent } from '#shared/operations/documentIssue.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { candidatureInName, documentFileName } from './documentFileName.ts'
import { type DraftRequest, draftOf } from './draftOf.ts'
import { type DrawingTools, drawLaidOut, type LaidOutDraft, layOutDraft } from './drawDraft.ts'
import { frozenFacts } from './frozenFacts.ts'
import { isPaper } from './makeSessionPaper.ts'

export interface DocumentRequest extends DraftRequest {
  readonly format: DocumentIssue['format']
}

export interface MadeDocument {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly number: string
  readonly factsDigest: string
  /** What it is drawn from; null for a table, which the frozen facts alone give again. */
  readonly content: IssuedContent | null
  readonly template: DocumentIssue['template']
}

/**
 * [DM1] A document from its draft and the template in use, or the ranking as a table. Refusals: those of `layOutDocument`,
 * `input.invalid` for a format that the document does not have.
 */
export async function makeDocument(
  context: Pick<UseCaseContext, 'file' | 'digest'>,
  tools: DrawingTools,
  request: DocumentRequest,
): Promise<Result<MadeDocument>> {
  const { format } = request
  if (format === 'csv') return rankingTableFile(context.file, request)
  const laidOut = await layOutDocument(context, tools, request)
  return laidOut.ok
    ? ok(madeOf(context.file, request, laidOut.value, await drawLaidOut(tools, laidOut.value, format)))
    : laidOut
}

/** All but its bytes. Refusals: those of `draftOf` and of `layOutDraft`. */
export async function layOutDocument(
  { file, digest }: Pick<UseCaseContext, 'file' | 'digest'>,
  tools: DrawingTools,
  request: DraftRequest,
): Promise<Result<LaidOutDraft>> {
  const draft = draftOf(file, digest, request)
  return draft.ok ? layOutDraft(file, tools, draft.value) : draft
}

/** What was laid out, with the bytes it was drawn to. */
export function madeOf(
  reader: Reader,
  request: DocumentRequest,
  { content, template }: LaidOutDraft,
  bytes: Uint8Array,
): MadeDocument {
  const { number, factsDigest } = content.model
  return {
    fileName: fileNameOf(reader, request, content.model),
    bytes,
    number,
    factsDigest,
    content,
    template,
  }
}

/** Refusals: `session.not-closed`, `input.invalid` for any other document, `document.not-for-this` for a masked one. */
export function rankingTableFile(
  reader: Reader,
  request: Pick<DocumentRequest, 'sessionId' | 'document' | 'format' | 'reading'>,
): Result<MadeDocument> {
  const { sessionId, document, reading } = request
  if (document !== 'ranking' || sessionId === null)
    return refuse('input.invalid', { reason: 'seul le tableau de classement existe en CSV' })
  if (reading === 'communicable')
    return refuse('document.not-for-this', { reason: 'le tableau en CSV n’a pas d’exemplaire communicable' })
  const frozen = frozenFacts(reader, sessionId)
  if (!frozen.ok) return frozen
  const { facts, factsDigest } = frozen.value
  return ok({
    fileName: documentFileName({ ...request, of: facts.number }),
    bytes: utf8Encode(renderCsv(rankingRows(facts))),
    number: facts.number,
    factsDigest,
    content: null,
    template: null,
  })
}

/**
 * An act by its number, a paper by the date of its session, a document of a candidature by number and applicant: one
 * finds it again beside the others.
 */
function fileNameOf(reader: Reader, request: DocumentRequest, { number }: DocumentModel): string {
  const { sessionId, candidatureId, document } = request
  const candidature = candidatureId === null ? undefined : reader.load('candidature', candidatureId)?.state
  if (candidature !== undefined) {
    const applicant = reader.load('dossier', candidature.dossierId)?.state.applicant.name ?? ''
    return documentFileName({ ...request, of: candidatureInName(candidature.number, applicant) })
  }
  const session = sessionId === null ? undefined : reader.load('session', sessionId)?.state
  if (isPaper(document)) return documentFileName({ ...request, of: session?.date ?? '' })
  const ownNumber = document === 'rectification' ? number : session?.closing?.number
  return documentFileName({ ...request, of: ownNumber ?? number })
}
