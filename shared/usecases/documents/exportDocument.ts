import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'
import type { DrawingTools } from './drawDraft.ts'
import { keepIssuedContent } from './issuedContent.ts'
import { type DocumentRequest, type MadeDocument, makeDocument } from './makeDocument.ts'

/**
 * [DM3] Makes, writes, then records what left with what it was drawn from, so that it is known again and can be drawn
 * again to the same bytes. Refusals: those of `makeDocument` and of `DocumentPress.write`.
 */
export async function exportDocument(
  context: UseCaseContext,
  tools: DrawingTools,
  request: DocumentRequest & { readonly path: string },
): Promise<Result<{ path: string; issueId: string }>> {
  const made = await makeDocument(context, tools, request)
  return made.ok ? writeAndRecord(context, tools, request, made.value) : made
}

/** Written first: a file that could not be written left no trace. Refusals: those of `DocumentPress.write`. */
export async function writeAndRecord(
  context: UseCaseContext,
  { press }: DrawingTools,
  request: DocumentRequest & { readonly path: string },
  made: MadeDocument,
): Promise<Result<{ path: string; issueId: string }>> {
  const written = await press.write(request.path, made.bytes)
  if (!written.ok) return written
  const recorded = recordIssues(context, documentNames[request.document], [issueOf(context, request, made)])
  return recorded.ok ? ok({ path: request.path, issueId: recorded.value[0] ?? '' }) : recorded
}

/** A document that left, ready to be recorded. */
export interface IssueToRecord {
  readonly issue: Omit<OperationData['document.issue@2'], 'contentDigest' | 'pictureDigests'>
  readonly content: MadeDocument['content']
}

export const issueOf = (
  { digest }: Pick<UseCaseContext, 'digest'>,
  { sessionId, candidatureId, document, format, reading, madeAt }: DocumentRequest,
  { bytes, number, factsDigest, content, template }: MadeDocument,
): IssueToRecord => ({
  issue: {
    sessionId,
    candidatureId,
    document,
    format,
    reading,
    madeAt,
    number,
    factsDigest,
    template,
    sha256: digest.sha256Hex(bytes),
  },
  content,
})

/**
 * One act for all that left together: « Export : Procès-verbal ». What left is not undone. Answers their ids, in order.
 * Refusals: those of `transact`.
 */
export function recordIssues(
  context: UseCaseContext,
  name: string,
  issues: readonly IssueToRecord[],
): Result<readonly string[]> {
  const act = { actor: context.actor, label: `Export : ${name}`, undoable: false }
  return context.file.transact(act, (transaction) => {
    const ids: string[] = []
    for (const { issue, content } of issues) {
      const id = newId(context)
      const kept = content === null ? { contentDigest: null } : keepIssuedContent(transaction, content)
      const done = transaction.emit('document.issue@2', entityOf('document', id), { ...issue, ...kept })
      if (!done.ok) return done
      ids.push(id)
    }
    return ok(ids)
  })
}
