import type { ApplicantKind } from '#shared/domain/dossier/dossier.ts'

export const words = {
  description: 'Description',
  objectives: 'Objectifs',
  annexes: 'Pièces annoncées',
  noText: 'Le dossier ne dit rien ici.',
  requested: 'Montant demandé',
  eligibleBase: 'Dépense subventionnable',
  asWritten: 'Écrit dans le dossier',
  department: 'Département',
  applicantKind: 'Demandeur',
} as const

export const applicantKindWords: Readonly<Record<ApplicantKind, string>> = {
  commune: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Département',
  region: 'Région',
  ccas: 'CCAS',
  association: 'Association',
  company: 'Entreprise',
  other: 'Autre organisme',
  unknown: 'Nature inconnue',
}
