import type { Verification } from '#shared/contract/answers.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type {
  AgreementNeed,
  BatchKind,
  DisclosureMask,
  MinutesView,
} from '#shared/domain/documents/documentBoard.ts'
import type { DecisionAct } from '#shared/domain/session/session.ts'
import type { Tone } from '../../ui/tone.ts'

export type DocumentKind = InputOf<'document.preview'>['document']
export type DocumentFormat = InputOf<'document.preview'>['format']

export const words = {
  title: 'Documents',
  sides: 'Parties de l’écran Documents',
  emptyTitle: 'Aucun document pour l’instant',
  empty:
    'Convocation, émargement et fiches de notes se tirent d’une séance préparée ; le procès-verbal, les lettres et les actes, d’une séance close.',
  goToSessions: 'Voir les séances',
  session: 'Séance',
  notClosed: 'Non close',
  // one document
  document: 'Document',
  incomplete: 'à compléter',
  produced: (count: number) => (count === 1 ? '1 exemplaire' : `${count} exemplaires`),
  format: 'Format du fichier',
  formatHint: {
    pdf: 'L’aperçu est ce fichier.',
    docx: 'Le fichier Word porte le même texte que l’aperçu.',
    csv: 'Le fichier CSV porte les mêmes lignes que l’aperçu, pour un tableur.',
  },
  reading: 'Exemplaire',
  readings: { full: 'Intégral', communicable: 'Communicable' },
  export: 'Exporter le document',
  exportPdf: 'Exporter en PDF',
  exportWord: 'Exporter en Word',
  exported: (name: string) => `Document exporté : ${name}`,
  print: 'Imprimer',
  printing: (page: number, count: number) => `Page ${page} sur ${count}…`,
  prepareSigning: 'Préparer pour le parapheur',
  preview: 'Aperçu',
  page: (page: number, count: number): string => `Page ${page} sur ${count}`,
  drawing: 'Mise en page du document…',
  missingTitle: 'Il manque, pour établir ce document :',
  issues: 'Exemplaires produits',
  issue: (madeAt: string, format: string) => (madeAt === '' ? format : `${madeAt} · ${format}`),
  withTemplate: (name: string) => `modèle « ${name} »`,
  again: 'Refaire à l’identique',
  bringBack: 'Rattacher un retour',
  takeOut: 'Enregistrer ce retour',
  returnedOn: (on: string, what: string) => `${what} du ${on}`,
  returnedKinds: {
    scan: 'Scan',
    'signed-pdf': 'PDF signé',
    'edited-word': 'Word modifié',
    other: 'Fichier',
  },
  sameText: 'même texte',
  differs: (count: number) => (count === 1 ? '1 différence' : `${count} différences`),
  // minutes
  minutesState: 'État du procès-verbal',
  stepOn: 'Le',
  signedBy: 'Signataires',
  signedByHint: 'Un par ligne.',
  publishedAt: 'Publié sur',
  due: (on: string) => `À publier avant le ${on}.`,
  back: 'Revenir à l’étape d’avant',
  // act
  act: 'Acte pris après la séance',
  actHint: 'Les lettres et les conventions le citent. Sans lui, elles ne peuvent pas être produites.',
  actNature: 'Nature',
  actNumber: 'Numéro',
  actDate: 'Date',
  actAuthority: 'Autorité',
  actAuthorityHint: 'Par exemple « le conseil municipal de Kerdilès ».',
  transmittedOn: 'Transmis au préfet le',
  publishedOn: 'Publié le',
  recordAct: 'Enregistrer l’acte',
  removeAct: 'Retirer l’acte',
  // letters
  letters: 'Lettres et actes',
  lettersEmpty: 'Les lettres, arrêtés et conventions suivent la clôture de la séance.',
  lettersCaption: 'Candidatures examinées et ce qui leur est écrit',
  candidature: 'Candidature',
  outcome: 'Suite',
  letter: 'Lettre',
  noLetter: 'Aucune lettre',
  ready: 'Prête',
  toComplete: 'À compléter',
  agreementColumn: 'Convention',
  notifiedOn: 'Notifiée le',
  seeDocument: 'Voir',
  openDossier: 'Compléter le dossier',
  batch: 'Produire en nombre',
  batchTitle: 'Produire en nombre',
  batchWhat: 'Quoi',
  batchFormat: 'Fichiers',
  batchFormats: { pdf: 'PDF', docx: 'Word', both: 'Les deux' },
  batchHint:
    'Un nouveau dossier est créé : un fichier par candidature, un PDF de l’ensemble pour l’impression, la liste pour un publipostage. Une candidature incomplète est laissée de côté et nommée.',
  batchStart: 'Choisir l’endroit et produire',
  batchStop: 'Arrêter',
  batchStopping: 'Arrêt…',
  batchProgress: (done: number, total: number) => `${done} sur ${total}`,
  batchDone: (count: number, folder: string) =>
    count === 1 ? `1 document produit dans ${folder}` : `${count} documents produits dans ${folder}`,
  batchMerged: (name: string) => `Pour l’impression : ${name}`,
  batchMailMerge: (name: string) => `Pour le publipostage : ${name}`,
  batchLeft: 'Laissées de côté',
  close: 'Fermer',
  suggestedFolder: (what: string, number: string) => `${what} ${number}`,
  // disclosure
  disclosure: 'Communication',
  disclosureEmpty: 'La communication suit la clôture de la séance.',
  disclosureHint:
    'L’exemplaire communicable occulte ce qui juge ou permet de joindre une personne physique (CRPA L311-6). Relisez chaque mention : décochez celles qui peuvent rester.',
  disclosureNone: 'Aucune mention à occulter n’a été reconnue. Relisez tout de même avant de communiquer.',
  masked: 'Occulter',
  mention: 'Mention',
  where: 'Endroit',
  why: 'Raison',
  disclosureExport: 'Produire les deux exemplaires',
  disclosureDone: (folder: string) => `Exemplaires produits dans ${folder}`,
  // templates
  templates: 'Modèles',
  templatesHint:
    'Vos propres fichiers Word : en-tête, logo, phrases. Un champ entre accolades, comme {demandeur.nom}, est remplacé par sa valeur.',
  target: 'Document',
  letterhead: 'Papier à en-tête (tous les documents)',
  programTemplate: 'Modèle de Délibéré',
  inUse: 'En service',
  use: 'Mettre en service',
  useProgram: 'Revenir au modèle de Délibéré',
  saveTemplate: 'Enregistrer le Word',
  addTemplate: 'Ajouter un modèle Word',
  templateName: 'Nom du modèle',
  templateNameHint: 'Le même nom ajoute une version.',
  addedVersion: 'Modèle ajouté et mis en service.',
  version: (version: number, fileName: string, on: string) => `Version ${version} · ${fileName} · ${on}`,
  noTemplate: 'Aucun modèle à vous pour ce document : celui de Délibéré est utilisé.',
  problems: 'Ce modèle ne peut pas encore servir :',
  warnings: 'À savoir :',
  fields: 'Champs disponibles',
  fieldsHint: 'Choisissez un champ pour le copier, puis collez-le dans Word.',
  searchField: 'Chercher un champ',
  copied: (name: string) => `${name} est copié : collez-le dans Word.`,
  kinds: { text: 'texte', condition: 'condition', list: 'liste' },
  // proof
  proof: 'Vérifier, rapporter',
  verify: 'Vérifier un document',
  verifyHint:
    'Choisissez un PDF ou un fichier Word reçu : Délibéré dit s’il est conforme à ce qui a été produit, qui l’a signé et ce qui diffère.',
  chooseFile: 'Choisir le document à vérifier',
  differences: 'Ce qui diffère',
  signatures: 'Signatures électroniques',
  bringBackTitle: 'Rapporter un document signé ou corrigé',
  bringBackHint:
    'Le scan des pages signées, le PDF revenu du parapheur ou le Word corrigé : Délibéré retrouve le document par son code et garde le fichier à côté de l’original.',
  chooseReturn: 'Choisir le fichier revenu',
  kept: (title: string) => `Gardé avec « ${title} ».`,
  pagesRead: (read: number, expected: number | null) =>
    expected === null ? `Pages reconnues : ${read}.` : `Pages reconnues : ${read} sur ${expected}.`,
  pagesUnread: (count: number) =>
    count === 1 ? '1 page sans code lisible.' : `${count} pages sans code lisible.`,
} as const

export const minutesStateWords: Readonly<Record<MinutesView['state'], string>> = {
  draft: 'Brouillon',
  submitted: 'Soumis',
  settled: 'Arrêté',
  signed: 'Signé',
  published: 'Publié',
}

/** What the next step is called on its button. */
export const minutesStepWords = {
  draft: 'Soumettre aux membres',
  submitted: 'Arrêter en séance',
  settled: 'Enregistrer la signature',
  signed: 'Enregistrer la publication',
} as const

export const actNatureWords: Readonly<Record<DecisionAct['nature'], string>> = {
  deliberation: 'Délibération',
  arrete: 'Arrêté',
  decision: 'Décision',
}

export const batchWords: Readonly<Record<BatchKind, string>> = {
  letters: 'Lettres',
  'award-orders': 'Arrêtés attributifs',
  agreements: 'Conventions',
  reports: 'Rapports d’instruction',
}

export const agreementWords: Readonly<Record<AgreementNeed['level'], string>> = {
  required: 'Obligatoire',
  recommended: 'Conseillée',
  'not-required': '–',
}

export const maskWords: Readonly<Record<DisclosureMask['kind'], string>> = {
  'natural-person': 'Personne physique',
  appreciation: 'Appréciation',
  'e-mail': 'Courriel',
  phone: 'Téléphone',
  bank: 'Banque',
  address: 'Adresse',
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
