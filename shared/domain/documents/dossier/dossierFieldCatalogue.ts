import type { FieldDefinition } from '../templates/fieldRecord.ts'
import { applicantFields } from './fields/applicantFields.ts'
import { awardFields } from './fields/awardFields.ts'
import { decisionFields } from './fields/decisionFields.ts'
import type { DossierField } from './fields/dossierField.ts'
import { issuerFields } from './fields/issuerFields.ts'
import { projectFields } from './fields/projectFields.ts'
import { receiptFields } from './fields/receiptFields.ts'

export const allDossierFields: readonly DossierField[] = [
  ...issuerFields,
  ...applicantFields,
  ...projectFields,
  ...receiptFields,
  ...decisionFields,
  ...awardFields,
]

/** [LE3] What a template of a document of one candidature may print, in the order of the picker. */
export const dossierFieldCatalogue: readonly FieldDefinition[] = allDossierFields.map(
  ({ value: _value, ...definition }) => definition,
)
