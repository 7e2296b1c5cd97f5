import type { DocumentKind } from './model.ts'

/** What each document is called in lists, labels and names of files. */
export const documentNames: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Procès-verbal',
  ranking: 'Classement',
  'decision-record': 'Relevé de décisions',
  rectification: 'Acte rectificatif',
  resolution: 'Projet de délibération',
  'closing-leaf': 'Feuillet de clôture',
  'examined-list': 'Liste des affaires examinées',
  convocation: 'Convocation',
  'attendance-sheet': 'Feuille d’émargement',
  'mark-sheets': 'Fiches de notes',
  expenses: 'État de frais',
  'attendance-certificates': 'Attestations de présence',
  report: 'Rapport d’instruction',
  'award-order': 'Arrêté attributif',
  agreement: 'Convention attributive',
  'disclosure-log': 'Liste des occultations',
  'letter-acknowledgement': 'Accusé de réception',
  'letter-incomplete': 'Demande de pièces',
  'letter-award': 'Lettre d’attribution',
  'letter-partial-award': 'Lettre d’attribution partielle',
  'letter-waiting-list': 'Lettre de liste complémentaire',
  'letter-refusal': 'Lettre de refus',
  'letter-inadmissible': 'Lettre d’irrecevabilité',
}
