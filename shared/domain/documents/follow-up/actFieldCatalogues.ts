import { agreementFieldCatalogue } from '../dossier/agreementFieldCatalogue.ts'
import { awardOrderFieldCatalogue } from '../dossier/awardOrderFieldCatalogue.ts'
import type { FieldDefinition } from '../templates/fieldRecord.ts'
import type { actTemplates } from './actTemplates.ts'
import {
  closingLeafFieldCatalogue,
  examinedListFieldCatalogue,
  resolutionFieldCatalogue,
} from './followUpFieldCatalogue.ts'

/** [RE1] What a template of each act may print: all that the template of the program uses, and more. */
export const actFieldCatalogues: Record<keyof typeof actTemplates, readonly FieldDefinition[]> = {
  resolution: resolutionFieldCatalogue,
  'closing-leaf': closingLeafFieldCatalogue,
  'examined-list': examinedListFieldCatalogue,
  'award-order': awardOrderFieldCatalogue,
  agreement: agreementFieldCatalogue,
}
