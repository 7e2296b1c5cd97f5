import { type Result, refuse } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import type { DrawingTools } from './drawDraft.ts'
import { writeAndRecord } from './exportDocument.ts'
import { type DocumentRequest, makeDocument } from './makeDocument.ts'

/**
 * [DO5] The PDF with an empty signature field at each place of signature, for the parapheur; recorded as any export.
 * Refusals: those of `exportDocument`, `input.invalid` for another format, `document.not-for-this` for a document that
 * nobody signs.
 */
export async function prepareForSigning(
  context: UseCaseContext,
  tools: DrawingTools,
  request: DocumentRequest & { readonly path: string },
): Promise<Result<{ path: string; issueId: string }>> {
  if (request.format !== 'pdf')
    return refuse('input.invalid', { reason: 'seul un PDF se signe électroniquement' })
  const made = await makeDocument(context, tools, request)
  if (!made.ok) return made
  const model = made.value.content?.model
  if (model === undefined || !model.blocks.some(({ type }) => type === 'signatures'))
    return refuse('document.not-for-this', { reason: 'il n’a pas de place de signature' })
  const bytes = await tools.press.renderForSigning(model)
  return writeAndRecord(context, tools, request, { ...made.value, bytes })
}
