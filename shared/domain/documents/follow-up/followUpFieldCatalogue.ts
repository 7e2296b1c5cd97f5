import type { FieldDefinition } from '../templates/fieldRecord.ts'
import { condition, list, text } from './fieldDefinitions.ts'
import { pointFieldCatalogue } from './pointFields.ts'
import { actArticles } from './resolutionFields.ts'
import { sessionFieldCatalogue } from './sessionFieldCatalogue.ts'

const ofList = (name: string, meaning: string): FieldDefinition => list(name, meaning, pointFieldCatalogue)

const issuerAndAct: readonly FieldDefinition[] = [
  text('emetteur.nom', 'Nom de l’organisme qui prend l’acte'),
  text('emetteur.adresse', 'Son adresse, sur plusieurs lignes'),
  text('emetteur.ville', 'Ville où l’acte est fait'),
  text('emetteur.siret', 'Son SIRET'),
  text('signataire.nom', 'Prénom et nom de la personne qui signe'),
  text('signataire.qualite', 'Sa qualité : « La présidente »'),
  text('signataire.autorite', 'Sa qualité avec l’article : « la présidente »'),
  text('recours.autorite', 'À qui adresser un recours gracieux'),
  text('recours.aupres', 'La même, après « auprès » : « du maire »'),
  text('tribunal.nom', 'Tribunal administratif compétent'),
  text('tribunal.adresse', 'Son adresse'),
  text('acte.autorite', 'Qui prend l’acte : « le conseil municipal »'),
  text('acte.autorite_majuscule', 'Le même, en tête de phrase'),
  text('acte.de_autorite', '« du conseil municipal »'),
  text('acte.a_autorite', '« au conseil municipal »'),
  text('acte.numero', 'Numéro de l’acte'),
  text('acte.date', 'Date de l’acte'),
  text('acte.jour', 'Date de l’acte avec le jour'),
  text('acte.transmis_le', 'Date de transmission au préfet'),
  text('acte.publie_le', 'Date de publication'),
  text('seance.empreinte', 'Empreinte SHA-256 des faits de la séance'),
]

const resolution: readonly FieldDefinition[] = [
  list('attributions', 'Candidatures qui reçoivent un montant', [
    ...pointFieldCatalogue,
    text('imputation', 'Imputation budgétaire'),
  ]),
  text('attributions.nombre', 'Nombre d’aides : « 2 aides »'),
  text('attributions.total', 'Total des aides'),
  text('attributions.total_lettres', 'Le même total en lettres'),
  ofList('reserves', 'Aides assorties de conditions'),
  ofList('complementaires', 'Candidatures de la liste complémentaire, par rang'),
  ofList('refus', 'Demandes non retenues'),
  ofList('irrecevables', 'Demandes irrecevables'),
  ofList('ajournes', 'Demandes ajournées'),
  list('visas', 'Textes et actes visés', [text('visa', 'Ce qui suit « Vu »')]),
  list('deports', 'Déports, membre par membre', [
    text('membre', 'Nom du membre'),
    text('dossiers', 'Dossiers dont il s’est déporté : « les dossiers n° 2 et 5 »'),
  ]),
  text('rapporteurs', 'Rapporteurs'),
  text('votants', 'Nombre de votants'),
  text('vote.commun', 'Résultat du vote, quand il est le même sur tous les dossiers'),
  list('votes', 'Résultats des votes, quand ils diffèrent', [
    text('dossier', 'Numéro de la candidature'),
    text('demandeur', 'Nom du demandeur'),
    text('phrase', 'Résultat'),
    text('noms', 'Noms par sens, pour un scrutin public'),
  ]),
  ...actArticles.map(([name, meaning]) => text(`article.${name}`, `Numéro de l’article ${meaning}`)),
]

const acts = list('actes', 'Délibérations prises ou avis rendus', [
  text('numero', 'Numéro d’ordre dans la séance'),
  text('objet', 'Objet, sans nom de personne physique'),
  text('sens', 'Sens'),
])

/** [RE1] Every field that an act which follows a session may print; each document fills those that concern it. */
export const followUpFieldCatalogue: readonly FieldDefinition[] = [...sessionFieldCatalogue, ...issuerAndAct]

/** Those of one document, beside the ones that all share. */
export const resolutionFieldCatalogue: readonly FieldDefinition[] = [...followUpFieldCatalogue, ...resolution]

export const closingLeafFieldCatalogue: readonly FieldDefinition[] = [
  ...followUpFieldCatalogue,
  acts,
  text('actes.phrase', 'Nombre d’actes et leurs numéros, en une phrase'),
  text('registre.article', 'Article qui régit le registre'),
]

export const examinedListFieldCatalogue: readonly FieldDefinition[] = [
  ...followUpFieldCatalogue,
  acts,
  list('autres', 'Points sans délibération ni avis', [text('objet', 'Objet')]),
  condition('autres.existe', 'Il y a de tels points'),
  text('liste.titre', 'Titre de la liste'),
  text('liste.echeance', 'Dernier jour pour l’afficher et la mettre en ligne'),
  text('liste.article', 'Article qui demande la liste'),
]
