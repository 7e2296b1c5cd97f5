import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { rankingRows } from '#shared/domain/documents/rankingRows.ts'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { newId } from '../newId.ts'
import type { DocumentPress, UseCaseContext } from '../ports.ts'
import { actModel } from './actModel.ts'
import { frozenFacts } from './frozenFacts.ts'
import { isPaper, sessionPaper } from './makeSessionPaper.ts'

export interface DocumentRequest {
  readonly sessionId: string
  readonly document: DocumentIssue['document']
  readonly format: DocumentIssue['format']
  /** Local date and hour, « 2026-11-22T17:05 »: printed by the papers that nothing freezes. */
  readonly madeAt: string
}

interface MadeDocument {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly factsDigest: string
}

/**
 * An act of a closed session, from its frozen facts alone, or a paper of the session as it is now. Refusals:
 * `session.not-closed`, `document.missing-items` with what is missing, `input.invalid` for a format the document does
 * not have.
 */
export async function makeDocument(
  context: UseCaseContext,
  press: DocumentPress,
  request: DocumentRequest,
): Promise<Result<MadeDocument>> {
  if (request.format === 'csv') return rankingCsv(context, request)
  const model = modelOf(context, request)
  if (!model.ok) return model
  const { factsDigest } = model.value
  const bytes = await press.render(model.value, request.format)
  const heldOn = context.file.load('session', request.sessionId)?.state.date ?? ''
  return ok({ fileName: fileNameOf(request, model.value, heldOn), bytes, factsDigest })
}

/** Makes, writes and records the export; the record lets `verifyDocument` know the file again. */
export async function exportDocument(
  context: UseCaseContext,
  press: DocumentPress,
  request: DocumentRequest & { readonly path: string },
): Promise<Result<{ path: string }>> {
  const made = await makeDocument(context, press, request)
  if (!made.ok) return made
  const { bytes, factsDigest } = made.value
  const written = await press.write(request.path, bytes)
  if (!written.ok) return written
  const { sessionId, document, format } = request
  const recorded = context.file.transact(
    { actor: context.actor, label: `Export : ${names[document]}`, undoable: false },
    (transaction) =>
      transaction.emit('document.issue@1', entityOf('document', newId(context)), {
        sessionId,
        document,
        format,
        sha256: context.digest.sha256Hex(bytes),
        factsDigest,
      }),
  )
  return recorded.ok ? ok({ path: request.path }) : recorded
}

const modelOf = (
  { file, digest }: UseCaseContext,
  { sessionId, document, madeAt }: DocumentRequest,
): Result<DocumentModel> =>
  isPaper(document)
    ? sessionPaper(file, digest, { sessionId, document, madeAt })
    : actModel(file, sessionId, document)

function rankingCsv(context: UseCaseContext, { sessionId, document }: DocumentRequest): Result<MadeDocument> {
  const frozen = frozenFacts(context.file, sessionId)
  if (!frozen.ok) return frozen
  if (document !== 'ranking')
    return refuse('input.invalid', { reason: 'seul le tableau de classement existe en CSV' })
  const { facts, factsDigest } = frozen.value
  const fileName = `${names.ranking} ${facts.number}.csv`
  return ok({ fileName, bytes: utf8Encode(renderCsv(rankingRows(facts))), factsDigest })
}

/** « Procès-verbal PV-2026-001.pdf », « Convocation 2026-11-22.pdf »: a paper has no number but the day it was made. */
/** A frozen act by its number, a paper by the date of its session: one finds it again beside the others. */
const fileNameOf = ({ document, format }: DocumentRequest, model: DocumentModel, heldOn: string): string =>
  `${names[document]} ${isPaper(document) ? heldOn : model.number}.${format}`

const names: Record<DocumentIssue['document'], string> = {
  minutes: 'Procès-verbal',
  ranking: 'Classement',
  'decision-record': 'Relevé de décisions',
  rectification: 'Acte rectificatif',
  convocation: 'Convocation',
  'attendance-sheet': 'Feuille d’émargement',
  'mark-sheets': 'Fiches de notes',
  expenses: 'État de frais',
  'attendance-certificates': 'Attestations de présence',
}
