import { agreementTemplate } from '../dossier/agreementTemplate.ts'
import { awardOrderTemplate } from '../dossier/awardOrderTemplate.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { closingLeafTemplate } from './closingLeafTemplate.ts'
import { examinedListTemplate } from './examinedListTemplate.ts'
import { resolutionTemplate } from './resolutionTemplate.ts'

/** The acts of the program; each may be opened in Word, changed, and brought back. */
export const actTemplates: Record<
  'resolution' | 'closing-leaf' | 'examined-list' | 'award-order' | 'agreement',
  TemplateDocument
> = {
  resolution: resolutionTemplate,
  'closing-leaf': closingLeafTemplate,
  'examined-list': examinedListTemplate,
  'award-order': awardOrderTemplate,
  agreement: agreementTemplate,
}
