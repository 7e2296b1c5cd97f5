import { type Result, refuse } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import type { DrawingTools } from './drawDraft.ts'
import { writeAndRecord } from './exportDocument.ts'
import { type DocumentRequest, layOutDocument, madeOf } from './makeDocument.ts'

/**
 * [DM5] The PDF with an empty signature field at each place of signature, for the parapheur; recorded as any export.
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
  const laidOut = await layOutDocument(context, tools, request)
  if (!laidOut.ok) return laidOut
  const { model } = laidOut.value.content
  if (!model.blocks.some(({ type }) => type === 'signatures'))
    return refuse('document.not-for-this', { reason: 'il n’a pas de place de signature' })
  const bytes = await tools.press.renderForSigning(model)
  return writeAndRecord(context, tools, request, madeOf(context.file, request, laidOut.value, bytes))
}
