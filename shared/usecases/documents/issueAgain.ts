import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { UseCaseContext } from '../ports.ts'
import type { DrawingTools } from './drawDraft.ts'
import { recordIssues } from './exportDocument.ts'
import { issuedContent } from './issuedContent.ts'
import { rankingTableFile } from './makeDocument.ts'
import { templateOf } from './templateInUse.ts'

/**
 * [DM4] A document that left, drawn again from what was kept of it alone: neither the template of today, nor the issuer, nor
 * the candidature is read. Should a later program draw it otherwise, what it draws is recorded as one more export of the
 * same content, so that it is known too: who may not record it is told so before anything is written. Refusals:
 * `entity.missing`, `document.not-kept`, `template.missing`, `file.damaged`, those of the template engine, of
 * `DocumentPress.write` and of `mayRecord`.
 */
export async function issueAgain(
  context: UseCaseContext,
  tools: DrawingTools,
  input: { readonly issueId: string; readonly path: string },
  mayRecord: () => Result<null>,
): Promise<Result<{ path: string }>> {
  const issue = loadOrRefuse(context.file, 'document', input.issueId)
  if (!issue.ok) return issue
  const bytes = await bytesAgain(context, tools, issue.value)
  if (!bytes.ok) return bytes
  const sha256 = context.digest.sha256Hex(bytes.value)
  const isKnown = context.file.all('document').some((each) => each.sha256 === sha256)
  const allowed = isKnown ? ok(null) : mayRecord()
  if (!allowed.ok) return allowed
  const written = await tools.press.write(input.path, bytes.value)
  if (!written.ok) return written
  if (isKnown) return ok({ path: input.path })
  const content = issue.value.contentDigest === null ? null : issuedContent(context.file, issue.value)
  if (content !== null && !content.ok) return content
  const {
    id: _id,
    returned: _returned,
    contentDigest: _content,
    pictureDigests: _pictures,
    ...same
  } = issue.value
  const recorded = recordIssues(context, documentNames[same.document], [
    { issue: { ...same, sha256 }, content: content?.value ?? null },
  ])
  return recorded.ok ? ok({ path: input.path }) : recorded
}

/** Refusals: `document.not-kept`, `template.missing`, `file.damaged`, those of the template engine. */
export async function bytesAgain(
  { file, digest }: Pick<UseCaseContext, 'file' | 'digest'>,
  { press, templates }: DrawingTools,
  issue: DocumentIssue,
): Promise<Result<Uint8Array>> {
  if (issue.format === 'csv') {
    const table = rankingTableFile(file, issue)
    return table.ok ? ok(table.value.bytes) : table
  }
  const content = issuedContent(file, issue)
  if (!content.ok) return content
  const { model, merged } = content.value
  if (issue.format === 'docx' && merged !== null && issue.template !== null) {
    const template = templateOf(file, issue.template)
    return template.ok ? templates.merge(template.value.word, merged.fields, merged.body) : template
  }
  const bytes = await press.render(model, issue.format)
  if (issue.format === 'docx' || digest.sha256Hex(bytes) === issue.sha256) return ok(bytes)
  // It may have left with its places of signature, for the parapheur: the same content, drawn with one thing more.
  const forSigning = await press.renderForSigning(model)
  return ok(digest.sha256Hex(forSigning) === issue.sha256 ? forSigning : bytes)
}
