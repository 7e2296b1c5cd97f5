import type { TemplateCheck } from '#shared/domain/documents/documentBoard.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { templateFields } from './templateFields.ts'
import type { TemplateTarget } from './templateTarget.ts'
import type { TemplateTools } from './templateTools.ts'

/**
 * [TM1] What a Word file says as a template of this kind: what prevents its use and where, what is only told, the fields it
 * prints. Nothing is kept. Refusals: `file.missing`, `template.unreadable`.
 */
export async function checkTemplate(
  tools: TemplateTools,
  input: { readonly path: string; readonly document: TemplateTarget },
): Promise<Result<TemplateCheck>> {
  const read = await readTemplate(tools, input)
  return read.ok ? ok(read.value.check) : read
}

/** The bytes of the Word file, with what they say. Refusals: `file.missing`, `template.unreadable`. */
export async function readTemplate(
  { press, templates }: TemplateTools,
  { path, document }: { readonly path: string; readonly document: TemplateTarget },
): Promise<Result<{ readonly bytes: Uint8Array; readonly check: TemplateCheck }>> {
  const read = await press.read(path)
  if (!read.ok) return read
  const check = templates.check(read.value, templateFields(document))
  return check.ok ? ok({ bytes: read.value, check: check.value }) : check
}
