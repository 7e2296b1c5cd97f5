import type { ApplicantKind } from '../../../dossier/dossier.ts'
import { identifierKind } from '../../identifierKind.ts'
import { frenchInteger } from '../../typography.ts'
import { nameInSentence, toAuthority } from '../authorityPhrase.ts'
import type { DossierFacts } from '../dossierFacts.ts'
import { standingOf } from '../standingOf.ts'
import { conditionField, type DossierField, textField } from './dossierField.ts'

/** Who asks, and to whom one writes. */
export const applicantFields: readonly DossierField[] = [
  textField('demandeur.nom', 'Nom du demandeur', ({ candidature }) => candidature.applicant),
  textField(
    'demandeur.a_nom',
    'À qui l’aide est attribuée : « à la Commune de Berric »',
    ({ candidature }) => (candidature.applicant.trim() === '' ? '' : toApplicant(candidature.applicant)),
  ),
  textField(
    'demandeur.nature',
    'Nature du demandeur : commune, association…',
    ({ candidature }) => natures[candidature.applicantKind],
  ),
  textField('demandeur.identifiant', 'SIRET, à défaut SIREN', ({ candidature }) => candidature.identifier),
  textField(
    'demandeur.identifiant_nature',
    'Ce qu’est cet identifiant : « SIRET », « SIREN » ou « RNA »',
    ({ candidature }) => identifierKind(candidature.identifier),
  ),
  textField('demandeur.population', 'Nombre d’habitants', ({ candidature }) =>
    candidature.population === null ? '' : frenchInteger(candidature.population),
  ),
  textField('demandeur.departement', 'Département', ({ candidature }) => candidature.department?.name ?? ''),
  textField('demandeur.correspondant', 'À qui l’on écrit : « Madame Claire Le Bihan »', ({ instruction }) =>
    `${instruction.correspondent.civility} ${instruction.correspondent.name}`.trim(),
  ),
  textField(
    'demandeur.qualite',
    'Qualité de cette personne',
    ({ instruction }) => instruction.correspondent.capacity,
  ),
  textField(
    'demandeur.adresse',
    'Adresse postale, sur plusieurs lignes',
    ({ instruction }) => instruction.correspondent.address,
  ),
  textField(
    'demandeur.courriel',
    'Adresse électronique',
    ({ instruction }) => instruction.correspondent.email,
  ),
  textField(
    'demandeur.politesse',
    'Formule d’appel : « Madame », « Monsieur » ou « Madame, Monsieur »',
    ({ instruction }) => instruction.correspondent.civility || 'Madame, Monsieur',
  ),
  textField(
    'demandeur.representant',
    'Qui représente le demandeur, et sa qualité',
    ({ instruction: { correspondent } }) =>
      [correspondent.name.trim(), correspondent.capacity.trim()].filter((text) => text !== '').join(', '),
  ),
  conditionField('est_association', 'Le demandeur est une association', is('association')),
  conditionField('est_entreprise', 'Le demandeur est une entreprise', is('company')),
  conditionField('est_commune', 'Le demandeur est une commune', is('commune')),
  conditionField(
    'est_personne_physique',
    'Le demandeur agit en son nom propre',
    (facts) => standingOf(facts) === 'natural-person',
  ),
  conditionField('est_organisme_public', 'Le demandeur est un organisme public', (facts) =>
    ['public-body', 'commune-under-3500', 'commune-of-unknown-size'].includes(standingOf(facts)),
  ),
  conditionField('est_organisme_prive', 'Le demandeur est un organisme de droit privé', (facts) =>
    ['association', 'private-body'].includes(standingOf(facts)),
  ),
]

/** Only a name that takes an article contracts with it. */
function toApplicant(name: string): string {
  const phrase = nameInSentence(name)
  return phrase === name.trim() ? `à ${phrase}` : toAuthority(phrase)
}

function is(kind: ApplicantKind): (facts: DossierFacts) => boolean {
  return ({ candidature }) => candidature.applicantKind === kind
}

const natures: Record<ApplicantKind, string> = {
  commune: 'commune',
  epci: 'établissement public de coopération intercommunale',
  departement: 'département',
  region: 'région',
  ccas: 'centre d’action sociale',
  association: 'association',
  company: 'entreprise',
  other: 'organisme',
  unknown: '',
}
