import type { FieldDefinition, FieldRecord, FieldValue } from '../../templates/fieldRecord.ts'
import type { DossierFacts } from '../dossierFacts.ts'

/** A field, and what it says of the facts: empty when nothing is known. */
export interface DossierField extends FieldDefinition {
  readonly value: (facts: DossierFacts) => FieldValue
}

export const textField = (
  name: string,
  meaning: string,
  value: (facts: DossierFacts) => string,
): DossierField => ({ name, meaning, kind: 'text', value })

export const conditionField = (
  name: string,
  meaning: string,
  value: (facts: DossierFacts) => boolean,
): DossierField => ({ name, meaning, kind: 'condition', value })

/** A list whose entries have one field. */
export const listField = (
  name: string,
  meaning: string,
  of: { readonly name: string; readonly meaning: string },
  values: (facts: DossierFacts) => readonly string[],
): DossierField => ({
  name,
  meaning,
  kind: 'list',
  of: [{ ...of, kind: 'text' }],
  value: (facts) =>
    values(facts)
      .filter((value) => value.trim() !== '')
      .map((value): FieldRecord => ({ [of.name]: value })),
})
