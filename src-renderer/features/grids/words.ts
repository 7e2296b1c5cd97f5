import { counted } from '#shared/domain/documents/typography.ts'
import type { CommentRule, Criterion, ScaleKind } from '#shared/domain/grid/grid.ts'

export const words = {
  title: 'Grilles',
  own: 'Grilles du comité',
  shipped: 'Partir d’un modèle',
  shippedHint: 'Un modèle se copie : vous changez ensuite ce que vous voulez, le modèle reste intact.',
  start: 'Partir de ce modèle',
  startBlank: 'Partir d’une page blanche',
  blankLabel: 'Nouvelle grille',
  emptyTitle: 'Aucune grille pour l’instant',
  empty:
    'Une grille dit sur quels critères le comité note, ce que pèse chacun et ce que vaut chaque note, en mots.',
  label: 'Nom de la grille',
  version: 'Version',
  criteria: 'Critères',
  status: 'État',
  draft: 'Brouillon',
  locked: 'Verrouillée',
  lockedNotice:
    'Cette grille est verrouillée : une première fiche a été déposée. Les notes déjà données gardent leur sens ; pour changer un critère, faites-en une nouvelle version.',
  newVersion: 'Faire une nouvelle version',
  duplicate: 'Dupliquer',
  copyLabel: (label: string): string => `${label} (copie)`,
  missing: 'Cette grille n’existe pas, ou n’existe plus.',
  structure: 'Plan de la grille',
  sectionLabel: 'Titre de la section',
  untitledSection: 'Section sans titre',
  addSection: 'Ajouter une section',
  newSection: 'Nouvelle section',
  removeSection: 'Retirer la section',
  addCriterion: 'Ajouter un critère',
  newCriterion: 'Nouveau critère',
  removeCriterion: 'Retirer ce critère',
  up: 'Monter',
  down: 'Descendre',
  moved: (label: string): string => `${label} : déplacé`,
  chooseCriterion: 'Choisissez un critère dans le plan pour le lire ou le modifier.',
  criterionLabel: 'Intitulé',
  code: 'Code',
  codeWrong: 'De 1 à 12 lettres capitales ou chiffres, en commençant par une lettre, sans espace.',
  codeTaken: 'Un autre critère porte déjà ce code.',
  guidance: 'Ce qu’il faut regarder',
  guidanceHint: 'Lu par chaque évaluateur quand il arrive sur le critère.',
  weight: 'Pondération',
  scale: 'Barème',
  anchors: 'Ce que vaut chaque note, en mots',
  anchorsHint: 'Facultatif. Une note décrite se discute mieux qu’un chiffre.',
  anchorOf: (level: string): string => `Note ${level}`,
  informative: 'Pour information seulement',
  informativeHint: 'Noté et montré, hors du total.',
  notApplicable: '« Sans objet » admis',
  notApplicableHint: 'Le critère sort alors du calcul de la fiche, sans compter pour zéro.',
  knockout: 'Éliminatoire en dessous de',
  knockoutHint: 'Sur la note moyenne du critère : en dessous, un avis défavorable est proposé.',
  noKnockout: 'Non éliminatoire',
  commentRule: 'Commentaire',
  weightSum: 'Somme des poids',
  weightSumHint: (sum: number): string =>
    sum === 100 ? 'chaque poids se lit en pour cent' : 'toute somme convient, 100 se lit mieux',
  notReady: 'Avant de pouvoir noter avec cette grille :',
  weightShort: (criterion: Criterion): string => (criterion.informative ? 'info' : String(criterion.weight)),
  summary: (criteria: number, sum: number): string =>
    `${counted(criteria, 'critère', 'critères')}, somme des poids ${sum}`,
} as const

export const scaleWords: Readonly<Record<ScaleKind, string>> = {
  '0-3': '0 à 3',
  '0-5': '0 à 5',
  '0-10': '0 à 10',
  '0-20': '0 à 20',
  'A-D': 'A à D',
  'yes-no': 'oui ou non',
}

export const commentRuleWords: Readonly<Record<CommentRule, string>> = {
  optional: 'Facultatif',
  extremes: 'Obligatoire à 1 et moins, et au maximum',
  always: 'Toujours obligatoire',
}

/** The problems that `checkGrid` names, as sentences. */
export function problemWords(problem: string): string {
  const [kind = '', code = ''] = problem.split(':')
  switch (kind) {
    case 'label':
      return 'donnez un nom à la grille'
    case 'no-weighted-criterion':
      return 'ajoutez au moins un critère qui compte dans le total'
    case 'duplicate-code':
      return `deux critères portent le code ${code}`
    case 'code':
      return `le code « ${code} » n’est pas utilisable`
    case 'criterion-label':
      return `donnez un intitulé au critère ${code}`
    case 'weight':
      return `donnez au critère ${code} un poids d’au moins 1`
    case 'anchor':
      return `une note décrite du critère ${code} n’est pas sur son barème`
    case 'knockout':
      return `le seuil éliminatoire du critère ${code} n’est pas sur son barème`
    default:
      return problem
  }
}
