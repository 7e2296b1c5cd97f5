import type { IssuerKind } from '#shared/domain/issuer/issuer.ts'

export const words = {
  title: 'Autorité et signature',
  intro:
    'Ce que portent l’en-tête, la signature et les voies de recours des lettres et des actes. Chaque champ s’enregistre seul ; un document qui manque de l’un d’eux le nomme.',
  body: 'Qui écrit',
  name: 'Nom de la collectivité ou du service de l’État',
  nameHint: 'Par exemple « Commune de Kerdilès ».',
  kind: 'Nature',
  siret: 'SIRET',
  address: 'Adresse postale',
  addressHint: 'Une ligne par ligne de l’enveloppe.',
  town: 'Fait à',
  phone: 'Téléphone',
  email: 'Courriel',
  website: 'Site',
  contact: 'Qui instruit',
  contactHint:
    'Prénom, nom, qualité et adresse administrative de l’agent sont dus au demandeur (CRPA L111-2).',
  service: 'Service chargé des demandes',
  agentName: 'Prénom et nom de l’agent',
  agentCapacity: 'Qualité',
  agentAddress: 'Adresse administrative',
  signature: 'Qui signe',
  signatureHint: 'Prénom, nom et qualité en toutes lettres (CRPA L212-1).',
  signatoryName: 'Prénom et nom',
  signatoryCapacity: 'Qualité',
  signatoryCapacityHint: 'Par exemple « La maire » ou « Le préfet ».',
  appeal: 'Recours',
  appealTo: 'Recours gracieux auprès de',
  appealToHint: 'Par exemple « la maire de Kerdilès ». Vide : la qualité du signataire.',
  courtName: 'Tribunal compétent',
  courtNameHint:
    'Par exemple « tribunal administratif de Rennes », celui du siège de l’autorité (CJA R312-1). Vide : d’après le département de son adresse, s’il est connu ; vérifiez-le.',
  courtAddress: 'Adresse du tribunal',
} as const

export const kindWords: Readonly<Record<IssuerKind, string>> = {
  commune: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Département',
  region: 'Région',
  prefecture: 'Préfecture',
  'public-establishment': 'Établissement public',
  other: 'Autre',
}
