import { decisionRecord } from '#shared/domain/documents/decisionRecord.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { rankingRows } from '#shared/domain/documents/rankingRows.ts'
import { rankingTable } from '#shared/domain/documents/rankingTable.ts'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { newId } from '../newId.ts'
import type { DocumentPress, UseCaseContext } from '../ports.ts'
import { frozenFacts } from './frozenFacts.ts'

export interface DocumentRequest {
  readonly sessionId: string
  readonly document: DocumentIssue['document']
  readonly format: DocumentIssue['format']
}

/**
 * A document of a closed session, from its frozen facts alone. Refusals: `session.not-closed`, `document.missing-items`
 * with what is missing, `input.invalid` for a format the document does not have.
 */
export async function makeDocument(
  context: UseCaseContext,
  press: DocumentPress,
  request: DocumentRequest,
): Promise<Result<{ fileName: string; bytes: Uint8Array; factsDigest: string }>> {
  const frozen = frozenFacts(context.file, request.sessionId)
  if (!frozen.ok) return frozen
  const { facts, factsDigest } = frozen.value
  const fileName = `${names[request.document]} ${facts.number}.${request.format}`
  if (request.format === 'csv') {
    return request.document === 'ranking'
      ? ok({ fileName, bytes: utf8Encode(renderCsv(rankingRows(facts))), factsDigest })
      : refuse('input.invalid', { reason: 'seul le tableau de classement existe en CSV' })
  }
  const model = modelOf(request.document, facts, factsDigest)
  if (!model.ok) return model
  return ok({ fileName, bytes: await press.render(model.value, request.format), factsDigest })
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

const names: Record<DocumentIssue['document'], string> = {
  minutes: 'Procès-verbal',
  ranking: 'Classement',
  'decision-record': 'Relevé de décisions',
}

export function modelOf(
  document: DocumentIssue['document'],
  facts: SessionFacts,
  factsDigest: string,
): Result<DocumentModel> {
  const make = { minutes, ranking: rankingTable, 'decision-record': decisionRecord }[document]
  return make(facts, factsDigest)
}
