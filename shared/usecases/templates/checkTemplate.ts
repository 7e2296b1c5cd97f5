import type { TemplateCheck } from '#shared/domain/documents/documentBoard.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { missingFields } from './missingFields.ts'
import { templateFields } from './templateFields.ts'
import type { TemplateTarget } from './templateTarget.ts'
import type { TemplateTools } from './templateTools.ts'

/**
 * [TM1] [TM5] What a Word file says as a template of this kind: what prevents its use and where, what it lacks, what is only
 * told, the fields it prints. Nothing is kept. Refusals: `file.missing`, those of `TemplateEngine.check`.
 */
export async function checkTemplate(
  tools: TemplateTools,
  input: { readonly path: string; readonly document: TemplateTarget },
): Promise<Result<TemplateCheck>> {
  const read = await readTemplate(tools, input)
  return read.ok ? ok(read.value.check) : read
}

/** The bytes of the Word file, with what they say. Refusals: `file.missing`, those of `TemplateEngine.check`. */
export async function readTemplate(
  { press, templates }: TemplateTools,
  { path, document }: { readonly path: string; readonly document: TemplateTarget },
): Promise<Result<{ readonly bytes: Uint8Array; readonly check: TemplateCheck }>> {
  const read = await press.read(path)
  if (!read.ok) return read
  const check = templates.check(read.value, templateFields(document))
  if (!check.ok) return check
  const { problems, fields } = check.value
  return ok({
    bytes: read.value,
    check: { ...check.value, problems: [...problems, ...missingFields(document, fields)] },
  })
}
