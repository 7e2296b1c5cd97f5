import type { FieldRecord } from '../templates/fieldRecord.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { allDossierFields } from './dossierFieldCatalogue.ts'

/** [LE3] Every field of the catalogue, empty when nothing is known. */
export const dossierFields = (facts: DossierFacts): FieldRecord =>
  Object.fromEntries(allDossierFields.map(({ name, value }) => [name, value(facts)]))
