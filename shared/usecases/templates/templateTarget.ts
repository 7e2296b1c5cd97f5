import type { DocumentTemplate } from '#shared/operations/documentTemplate.ts'

/** What a template is for: documents of one kind, or `letterhead`, every kind that has no template of its own. */
export type TemplateTarget = DocumentTemplate['document']
