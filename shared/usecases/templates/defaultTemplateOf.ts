import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import type { TemplateTarget } from './templateTarget.ts'

/** The template of the program for this kind; null for a document that it draws by itself, and for a letterhead. */
export function defaultTemplateOf(target: TemplateTarget): TemplateDocument | null {
  const templates: Readonly<Partial<Record<TemplateTarget, TemplateDocument>>> = {
    ...letterTemplates,
    ...actTemplates,
  }
  return templates[target] ?? null
}
