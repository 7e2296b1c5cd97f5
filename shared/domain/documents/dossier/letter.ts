import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import type { LetterKind } from '../model.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { dossierDocument } from './dossierDocument.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { dossierFields } from './dossierFields.ts'
import { isReceipt } from './isReceipt.ts'
import { letterTemplates } from './letterTemplates.ts'
import { letterUnfit } from './letterUnfit.ts'
import { missingForLetter } from './missingForLetter.ts'

/**
 * [LE4] A letter to the applicant of one candidature. Refusals: `document.not-for-this` when the candidature is not in
 * that case, `document.missing-items` with each item in French.
 */
export function letter(kind: LetterKind, facts: DossierFacts, making: Making): Result<DocumentDraft> {
  const reason = letterUnfit(kind, facts)
  if (reason !== null) return refuse('document.not-for-this', { reason })
  const items = missingForLetter(kind, facts)
  if (items.length > 0) return refuse('document.missing-items', { items })
  const template = letterTemplates[kind]
  // What is told of a request on its way says nothing of what decides it.
  const fields = dossierFields(isReceipt(kind) ? { ...facts, decision: null, act: null } : facts)
  const filled = fillTemplate(template.blocks, fields)
  if (!filled.ok) return filled
  return ok({
    fields,
    model: dossierDocument(facts, making, {
      kind,
      name: template.title,
      template: template.id,
      blocks: filled.value,
    }),
  })
}
