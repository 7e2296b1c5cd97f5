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
import type { ActProblem } from './act/actDraft.ts'
import type { LetterFilter } from './letters/letterState.ts'
import type { DocumentMoment } from './session/documentGroups.ts'
import type { DocumentsView } from './useDocumentsAddress.ts'

export type DocumentKind = InputOf<'document.preview'>['document']
export type DocumentFormat = InputOf<'document.preview'>['format']
export type TemplateTarget = InputOf<'template.fields'>['document']

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
  export: 'Exporter',
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
  fillIssuer: 'Compléter l’autorité',
  fillCommittee: 'Compléter le comité',
  fillSession: 'Aller à la séance',
  fillSides: { dossier: 'Compléter le dossier', instruction: 'Compléter l’instruction' },
  fillNumber: (number: number) => `Compléter le dossier n° ${number}`,
  issues: (count: number) => (count === 1 ? '1 exemplaire produit' : `${count} exemplaires produits`),
  returnedCount: (count: number) => (count === 1 ? '1 retour' : `${count} retours`),
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
  stepOn: 'Date',
  signatories: 'Signataires',
  signatoriesHint: 'Un par ligne : prénom, nom, qualité.',
  signedBy: (names: string) => `Signé par ${names}.`,
  publishedAt: 'Où il est publié',
  publishedAtHint: 'Adresse du site, ou lieu d’affichage.',
  publishedWhere: (where: string) => `Publié : ${where}.`,
  due: (on: string) => `À publier au plus tard le ${on}.`,
  back: 'Revenir à l’étape d’avant',
  recordStep: 'Enregistrer cette étape',
  cancel: 'Annuler',
  // act
  act: 'Acte pris après la séance',
  actHint:
    'La délibération, l’arrêté ou la décision qui suit l’avis. Les lettres d’attribution et de refus, les arrêtés et les conventions le citent.',
  noAct: 'Pas encore enregistré',
  actIs: (nature: string, number: string, on: string) => `${nature} n° ${number} du ${on}`,
  changeAct: 'Modifier l’acte',
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
  lettersEmptyTitle: 'La séance n’est pas close',
  lettersEmpty:
    'Les lettres, les arrêtés et les conventions suivent sa clôture : une ligne par candidature examinée, et ce qui manque encore à chacune.',
  lettersShown: 'Lettres montrées',
  lettersCaption: 'Candidatures examinées et ce qui leur est écrit',
  candidature: 'Candidature',
  awarded: 'Montant',
  state: 'État',
  letter: 'Lettre',
  noLetter: 'Aucune lettre',
  ready: 'Prête',
  toComplete: 'À compléter',
  agreementColumn: 'Convention',
  notifiedOn: 'Notifiée le',
  seeDocument: 'Voir',
  noDocument: 'Aucun document ne suit cette candidature.',
  previous: 'Précédente',
  next: 'Suivante',
  importCorrespondents: 'Importer les adresses',
  importedCorrespondents: (count: number) =>
    count === 1
      ? 'Correspondant de 1 candidature enregistré.'
      : `Correspondants de ${count} candidatures enregistrés.`,
  batch: 'Produire en nombre',
  batchTitle: 'Produire en nombre',
  batchWhat: 'Quoi',
  batchFormat: 'Fichiers',
  batchFormats: { pdf: 'PDF', docx: 'Word', both: 'Les deux' },
  batchHint:
    'Un nouveau dossier est créé : un fichier par candidature, un PDF de l’ensemble pour l’impression, la liste pour un publipostage. Une candidature incomplète est laissée de côté et nommée.',
  batchCount: (ready: number, incomplete: number) =>
    [
      ready === 0
        ? 'Aucun document n’est prêt.'
        : ready === 1
          ? '1 document est prêt.'
          : `${ready} documents sont prêts.`,
      ...(incomplete === 0
        ? []
        : [
            incomplete === 1
              ? '1 candidature à compléter sera laissée de côté.'
              : `${incomplete} candidatures à compléter seront laissées de côté.`,
          ]),
    ].join(' '),
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
  disclosureEmptyTitle: 'La séance n’est pas close',
  disclosureEmpty:
    'Après sa clôture, ce qui juge ou permet de joindre une personne physique est proposé ici à l’occultation, avant toute communication à qui le demande.',
  disclosureCaption: 'Mentions occultées dans l’exemplaire communicable',
  disclosureRead: 'Relire le procès-verbal communicable',
  disclosureHint:
    'L’exemplaire communicable occulte ce qui juge ou permet de joindre une personne physique (CRPA L311-6). Relisez chaque mention : décochez celles qui peuvent rester lisibles.',
  disclosureNone: 'Aucune mention à occulter n’a été reconnue. Relisez tout de même avant de communiquer.',
  masked: 'Occulter',
  places: (count: number) => `${count} endroits`,
  maskedCount: (count: number) =>
    count === 0 ? 'Aucune occultation.' : count === 1 ? '1 occultation.' : `${count} occultations.`,
  liftedCount: (count: number) =>
    count === 1 ? '1 mention restera lisible par tous.' : `${count} mentions resteront lisibles par tous.`,
  where: 'Endroit',
  why: 'Raison',
  disclosureExport: 'Produire les deux exemplaires',
  disclosureDone: (folder: string) => `Exemplaires produits dans ${folder}`,
  // templates
  templates: 'Modèles',
  templatesHint:
    'Vos propres fichiers Word : en-tête, logo, phrases. Un champ entre accolades, comme {demandeur.nom}, est remplacé par sa valeur.',
  target: 'Document',
  letterhead: 'Papier à en-tête',
  letterheadOfAll: 'Papier à en-tête (tous les documents)',
  versions: 'Modèles de ce document',
  programTemplate: 'Modèle de Délibéré',
  inUse: 'En service',
  use: 'Mettre en service',
  useProgram: 'Revenir au modèle de Délibéré',
  saveTemplate: 'Enregistrer le Word',
  templateSaved: (name: string) => `Modèle enregistré : ${name}. Modifiez-le dans Word, puis ajoutez-le ici.`,
  chooseTemplate: 'Choisir le fichier Word',
  addTemplate: 'Ajouter un modèle Word',
  templateName: 'Nom du modèle',
  templateNameHint: 'Le même nom ajoute une version.',
  addedVersion: 'Modèle ajouté et mis en service.',
  version: (version: number, fileName: string, on: string) => `Version ${version} · ${fileName} · ${on}`,
  problems: 'Ce modèle ne peut pas encore servir :',
  warnings: 'À savoir :',
  fields: 'Champs disponibles',
  fieldsHint: 'Choisissez un champ pour le copier, puis collez-le dans Word.',
  searchField: 'Chercher un champ',
  notCopied: (name: string) => `Recopiez ${name} dans Word : le presse-papiers n’est pas accessible.`,
  noField: 'Aucun champ ne correspond.',
  at: (place: string) => `(${place})`,
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
} as const

export const viewWords: Readonly<Record<DocumentsView, string>> = {
  seance: 'Séance',
  lettres: 'Lettres et actes',
  communication: 'Communication',
  modeles: 'Modèles',
  preuve: 'Vérifier, rapporter',
}

export const momentWords: Readonly<Record<DocumentMoment, string>> = {
  before: 'Avant la séance',
  after: 'Après la clôture',
  members: 'Pour les membres',
}

export const minutesStateWords: Readonly<Record<MinutesView['state'], string>> = {
  draft: 'Brouillon',
  submitted: 'Soumis',
  settled: 'Arrêté',
  signed: 'Signé',
  published: 'Publié',
}

/** What the next step is called on its button. */
export const minutesStepWords = {
  draft: 'Soumettre le procès-verbal',
  submitted: 'Arrêter le procès-verbal',
  settled: 'Enregistrer la signature',
  signed: 'Enregistrer la publication',
} as const

export const minutesStepHints = {
  draft: 'Jour où le projet a été envoyé aux membres.',
  submitted: 'Un procès-verbal est arrêté au début d’une séance suivante. Jour de cette séance.',
  settled: 'Jour de la signature, et qui a signé.',
  signed: 'Jour et lieu de la publication. Une publication ne se reprend pas.',
} as const

export const actNatureWords: Readonly<Record<DecisionAct['nature'], string>> = {
  deliberation: 'Délibération',
  arrete: 'Arrêté',
  decision: 'Décision',
}

export const actProblemWords: Readonly<Record<ActProblem, string>> = {
  'before-session': 'Cet acte est daté d’avant la séance : vérifiez sa date.',
  'transmitted-before': 'La transmission précède l’acte : vérifiez ces dates.',
  'published-before': 'La publication précède l’acte : vérifiez ces dates.',
}

export const letterFilterWords: Readonly<Record<LetterFilter, (count: number) => string>> = {
  all: (count) => `Toutes · ${count}`,
  ready: (count) => `Prêtes · ${count}`,
  incomplete: (count) => `À compléter · ${count}`,
  none: (count) => `Sans lettre · ${count}`,
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
