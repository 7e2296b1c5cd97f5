import { formatCount } from '../../ui/formatCount.ts'

export const words = {
  title: 'Importer des candidatures',
  lead: 'Rien n’est écrit avant votre accord : vous voyez d’abord, ligne à ligne, ce qui arriverait.',
  call: 'Dans l’appel',
  noCallTitle: 'Il faut d’abord un appel',
  noCallWords: 'Les candidatures importées répondent à un appel. Ouvrez-en un, puis revenez ici.',
  goToCalls: 'Aller aux appels',
  choose: 'Choisir un fichier',
  chooseAnother: 'Choisir un autre fichier',
  chooseWords: 'Export texte des fiches projet (.txt), ou tableau (.csv, .tsv).',
  kind: 'Lire comme',
  fiches: 'des fiches projet',
  csv: 'un tableau',
  reading: 'Lecture du fichier…',
  found: (count: number) => `${formatCount(count)} à importer`,
  toCheck: (count: number) => `${formatCount(count)} à vérifier ensuite`,
  errors: (count: number) => `${formatCount(count)} ${count > 1 ? 'lignes en erreur' : 'ligne en erreur'}`,
  skipped: 'Laissé de côté',
  encoding: (encoding: string, delimiter: string | null) =>
    delimiter === null
      ? encoding.toUpperCase()
      : `${encoding.toUpperCase()}, séparateur « ${delimiter === '\t' ? 'tabulation' : delimiter} »`,
  nothing:
    'Aucune candidature n’a été reconnue dans ce fichier. Essayez de le lire autrement, ou choisissez-en un autre.',
  mapping: 'Colonnes du tableau',
  mappingWords: 'Dites ce que contient chaque colonne ; l’aperçu suit.',
  ignored: 'ne pas importer',
  errorsTitle: 'Lignes qui ne seront pas importées',
  errorsWords: 'Corrigez-les dans le fichier d’origine et recommencez, ou importez sans elles.',
  line: 'Ligne',
  message: 'Raison',
  duplicatesTitle: 'Se ressemblent',
  duplicatesWords:
    'Importées toutes les deux, avec la mention « doublon » : vous les comparerez dans le dossier.',
  differs: (fields: string) => `diffère : ${fields}`,
  previewTitle: 'Aperçu',
  previewOf: (shown: number, total: number) =>
    shown < total ? `Les ${shown} premières sur ${formatCount(total)}` : `${formatCount(total)} en tout`,
  applicant: 'Demandeur',
  territory: 'Territoire reconnu',
  notMatched: 'non reconnu',
  project: 'Projet',
  department: 'Dép.',
  amount: 'Montant',
  flags: 'À vérifier',
  run: (count: number) =>
    count > 1 ? `Importer ${formatCount(count)} candidatures` : 'Importer la candidature',
  running: (done: number, total: number) => `${total === 0 ? 0 : Math.floor((100 * done) / total)} %`,
  starting: 'Import en cours…',
  cancel: 'Interrompre',
  cancelling: 'Interruption…',
  doneTitle: 'Import terminé',
  done: (count: number) =>
    count > 1
      ? `${formatCount(count)} candidatures importées.`
      : `${formatCount(count)} candidature importée.`,
  doneToCheck: (count: number) => `${formatCount(count)} portent la mention « à vérifier ».`,
  seeAll: 'Voir les candidatures',
  seeToCheck: 'Voir celles à vérifier',
  undo: 'Annuler cet import',
  undone: 'L’import a été annulé. Le fichier est comme avant.',
} as const

/** What a column may feed; the names on the left are kept in saved mappings. */
export const fieldWords: Readonly<Record<string, string>> = {
  number: 'Numéro',
  applicant: 'Demandeur',
  title: 'Intitulé du projet',
  amount: 'Montant demandé',
  'total-cost': 'Coût total',
  'eligible-base': 'Dépense éligible',
  siret: 'SIRET',
  department: 'Département',
  description: 'Description',
  objectives: 'Objectifs',
  'deposited-on': 'Date de dépôt',
  'contact-email': 'Courriel (retiré à l’import)',
}
