import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { defaultTemplateOf } from './defaultTemplateOf.ts'
import { letterheadTemplate } from './letterheadTemplate.ts'
import type { TemplateTarget } from './templateTarget.ts'
import type { TemplateTools } from './templateTools.ts'

/**
 * [TM4] Writes a template as a Word file: a version of the committee's own, byte for byte as it came (`version` null: the
 * one in use, else the last), or with `templateId` null the one of the program; for a document that the program draws by
 * itself, a letterhead around `{@corps}`. Refusals: `template.missing`, those of `DocumentPress.write`.
 */
export async function saveTemplate(
  reader: Reader,
  { press, templates }: TemplateTools,
  input: {
    readonly document: TemplateTarget
    readonly templateId: string | null
    readonly version: number | null
    readonly path: string
  },
): Promise<Result<{ path: string }>> {
  const { document, templateId, version, path } = input
  const word =
    templateId === null
      ? ok(await templates.asWord(defaultTemplateOf(document) ?? letterheadTemplate(document)))
      : ownVersion(reader, { document, templateId, version })
  if (!word.ok) return word
  const written = await press.write(path, word.value)
  return written.ok ? ok({ path }) : written
}

function ownVersion(
  reader: Reader,
  input: { readonly document: TemplateTarget; readonly templateId: string; readonly version: number | null },
): Result<Uint8Array> {
  const template = reader.load('template', input.templateId)?.state
  if (template === undefined || template.document !== input.document) return refuse('template.missing')
  const wanted = input.version ?? template.inUse ?? template.versions.at(-1)?.version
  const found = template.versions.find(({ version }) => version === wanted)
  const bytes = found === undefined ? null : reader.blob(found.sha256)
  return bytes === null ? refuse('template.missing') : ok(bytes)
}
