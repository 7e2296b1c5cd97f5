import { text } from '../follow-up/fieldDefinitions.ts'
import type { FieldDefinition } from '../templates/fieldRecord.ts'
import { agreementClauses } from './agreementClauses.ts'
import { sharedActFields } from './awardOrderFieldCatalogue.ts'
import { dossierFieldCatalogue } from './dossierFieldCatalogue.ts'

export const agreementFieldCatalogue: readonly FieldDefinition[] = [
  ...dossierFieldCatalogue,
  ...sharedActFields,
  text('signataire.qualite_minuscule', 'Qualité de qui signe, dans une phrase'),
  text('demandeur.autorite', 'Qui signe pour le bénéficiaire, avec l’article'),
  text('demandeur.signataire', 'Nom de qui signe pour le bénéficiaire'),
  text('acte.habilitation', 'Acte qui habilite à signer : « la délibération n° … »'),
  text('texte.minimis', 'Titre du règlement de minimis en vigueur'),
  ...agreementClauses.map(({ id, title }) =>
    text(`clause.${id}`, `Numéro de l’article « ${title} » ; vide quand la clause n’est pas retenue`),
  ),
]
