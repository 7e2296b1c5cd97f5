import { condition, list, text } from '../follow-up/fieldDefinitions.ts'
import type { FieldDefinition } from '../templates/fieldRecord.ts'
import { dossierFieldCatalogue } from './dossierFieldCatalogue.ts'

/** What a template of an order or of an agreement prints beside the fields of a candidature. */
export const sharedActFields: readonly FieldDefinition[] = [
  list('visas', 'Textes et actes visés', [text('visa', 'Ce qui suit « Vu »')]),
  text('demandeur.adresse_ligne', 'Adresse du demandeur, sur une ligne'),
  text('signataire.autorite', 'Qui signe, avec l’article : « la présidente »'),
  text('emetteur.de', 'L’organisme après « de » : « de la commune de … »'),
  condition('pieces.existe', 'Il y a des pièces à retourner'),
  condition('obligations.existe', 'Il y a des obligations'),
]

export const awardOrderFieldCatalogue: readonly FieldDefinition[] = [
  ...dossierFieldCatalogue,
  ...sharedActFields,
  text('interet', 'Intérêt que sert le projet : « intérêt public local »'),
  condition('regime.investissement_etat', 'Subvention d’investissement de l’État'),
  condition('regime.decret', 'Elle relève du décret n° 2018-514'),
  text('calendrier.fin', 'Date d’achèvement de l’opération'),
  text('demandeur.a', 'Le demandeur après « à » : « à la commune de … »'),
]
