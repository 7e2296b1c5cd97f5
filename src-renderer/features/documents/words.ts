import type { SessionSummary, Verification } from '#shared/contract/answers.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Tone } from '../../ui/tone.ts'

export type DocumentKind = InputOf<'document.preview'>['document']
export type DocumentFormat = InputOf<'document.preview'>['format']

export const words = {
  title: 'Documents',
  emptyTitle: 'Aucun document pour l’instant',
  empty:
    'Convocation, émargement et fiches de notes se tirent d’une séance préparée ; le procès-verbal, le classement et le relevé de décisions, d’une séance close.',
  goToSessions: 'Voir les séances',
  session: 'Séance',
  notClosed: 'Non close',
  document: 'Document',
  format: 'Format du fichier',
  formatHint: {
    pdf: 'L’aperçu est ce fichier.',
    docx: 'Le fichier Word porte le même texte que l’aperçu.',
    csv: 'Le fichier CSV porte les mêmes lignes que l’aperçu, pour un tableur.',
  },
  export: 'Exporter le document',
  exported: 'Document exporté',
  preview: 'Aperçu',
  page: (page: number, count: number): string => `Page ${page} sur ${count}`,
  drawing: 'Mise en page du document…',
  missingTitle: 'Il manque, pour établir ce document :',
  verify: 'Vérifier un document',
  verifyHint:
    'Choisissez un PDF ou un fichier Word reçu : Délibéré dit s’il est conforme à ce qui a été figé.',
  chooseFile: 'Choisir le document à vérifier',
  differences: 'Ce qui diffère',
} as const

export const documentWords: Readonly<Record<DocumentKind, string>> = {
  minutes: 'Procès-verbal',
  ranking: 'Tableau de classement',
  'decision-record': 'Relevé de décisions',
  rectification: 'Actes rectificatifs',
  convocation: 'Convocation',
  'attendance-sheet': 'Feuille d’émargement',
  'mark-sheets': 'Fiches de notes à remplir',
  expenses: 'État de frais',
  'attendance-certificates': 'Attestations de présence',
}

/** What may be made of a session, by where it stands: frozen documents come with the closing. */
export const documentsOf: Readonly<Record<SessionSummary['status'], readonly DocumentKind[]>> = {
  planned: ['convocation', 'attendance-sheet', 'mark-sheets'],
  open: ['attendance-sheet', 'mark-sheets', 'convocation', 'expenses', 'attendance-certificates'],
  closed: [
    'minutes',
    'ranking',
    'decision-record',
    'rectification',
    'attendance-sheet',
    'expenses',
    'attendance-certificates',
    'convocation',
  ],
}

export const formatWords: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  csv: 'CSV',
}

export const verdictWords: Readonly<Record<Verification['verdict'], { title: string; tone: Tone }>> = {
  conforme: { title: 'Conforme', tone: 'favourable' },
  modifié: { title: 'Modifié', tone: 'unfavourable' },
  inconnu: { title: 'Inconnu', tone: 'check' },
}
