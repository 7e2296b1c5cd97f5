import { dossierFieldCatalogue } from '#shared/domain/documents/dossier/dossierFieldCatalogue.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { followUpFieldCatalogue } from '#shared/domain/documents/follow-up/followUpFieldCatalogue.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import type { TemplateTarget } from './templateTarget.ts'

/**
 * [TM1] The fields that documents of this kind offer to a Word template, with what each says. Papers, which are made before
 * anything is decided, offer those of the letterhead alone: who writes and who signs.
 */
export const templateFields = (target: TemplateTarget): readonly FieldDefinition[] => [
  ...wholeFields,
  ...(target === 'letterhead' ? letterheadFields : fieldsOf[target]),
]

/** What stands for a whole part of the document: a template prints it with « {@corps} » and « {@preuve} ». */
const wholeFields: readonly FieldDefinition[] = [
  {
    name: '@corps',
    meaning:
      'Le document entier, tel que le programme le rédige. Sans ce champ, le modèle porte lui-même tout le texte.',
    kind: 'text',
  },
  {
    name: '@preuve',
    meaning:
      'Le numéro du document et l’empreinte de ses données. Sans ce champ, ils s’impriment à la fin du document.',
    kind: 'text',
  },
]

/** What every document can say, whatever it is about: those that both catalogues have. */
const letterheadFields: readonly FieldDefinition[] = dossierFieldCatalogue.filter(({ name, kind }) =>
  followUpFieldCatalogue.some((other) => other.name === name && other.kind === kind),
)

const fieldsOf: Readonly<Record<DocumentKind, readonly FieldDefinition[]>> = {
  minutes: followUpFieldCatalogue,
  ranking: followUpFieldCatalogue,
  'decision-record': followUpFieldCatalogue,
  rectification: followUpFieldCatalogue,
  ...actFieldCatalogues,
  convocation: letterheadFields,
  'attendance-sheet': letterheadFields,
  'mark-sheets': letterheadFields,
  expenses: letterheadFields,
  'attendance-certificates': letterheadFields,
  'disclosure-log': letterheadFields,
  report: dossierFieldCatalogue,
  'letter-acknowledgement': dossierFieldCatalogue,
  'letter-incomplete': dossierFieldCatalogue,
  'letter-award': dossierFieldCatalogue,
  'letter-partial-award': dossierFieldCatalogue,
  'letter-waiting-list': dossierFieldCatalogue,
  'letter-refusal': dossierFieldCatalogue,
  'letter-inadmissible': dossierFieldCatalogue,
}
