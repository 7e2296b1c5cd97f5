import { counted, frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { NotRankedReason } from '#shared/domain/ranking/ranking.ts'
import type { RankExplanation, RankingRowView } from '#shared/domain/ranking/rankingView.ts'
import { formatAmount } from '../../ui/formatAmount.ts'

export const words = {
  scenarios: 'Essayer des scénarios',
  title: 'Classement',
  call: 'Appel',
  noCallTitle: 'Aucun appel à classer',
  noCall: 'Le classement se calcule à partir des fiches déposées, appel par appel.',
  goToCalls: 'Voir les appels',
  emptyTitle: 'Rien à classer pour l’instant',
  empty: 'Dès la première fiche déposée, les candidatures se rangent ici sous l’enveloppe, note par note.',
  goToMarks: 'Saisir les notes',
  goToMyMarks: 'Aller à mes notes',
  rank: 'Rang',
  number: 'N°',
  applicant: 'Demandeur et projet',
  marks: ({ from, to }: { readonly from: number; readonly to: number }): string =>
    `Fiches, de ${from} à ${to}`,
  score: 'Note',
  requested: 'Demandé',
  proposed: 'Proposé',
  signs: 'À savoir',
  positionWithout: 'Ordre sans',
  copy: 'Copier le tableau',
  copied: 'Tableau copié : collez-le dans un tableur.',
  export: 'Exporter en PDF ou CSV',
  exportLater: 'L’export PDF et CSV se fait depuis les documents d’une séance close.',
  tie: (numbers: readonly number[]): string => `ex æquo avec ${numbers.map((n) => `n° ${n}`).join(', ')}`,
  gap: 'écart à relire',
  knockedOut: (codes: readonly string[]): string => `éliminatoire : ${codes.join(', ')}`,
  belowMinimum: 'sous la note minimale',
  decidedBy: 'départagé',
  recused: (count: number): string => counted(count, 'déport', 'déports'),
  missingSheets: (count: number): string => counted(count, 'fiche manquante', 'fiches manquantes'),
  partial: 'en partie',
  withoutNotice: (names: string): string =>
    `Sans les fiches de ${names}, qui n’ont pas noté toutes les candidatures, l’ordre changerait.`,
  showWithout: 'Comparer les deux ordres',
  hideWithout: 'Masquer la comparaison',
  noSheets: 'aucune fiche',
  explanation: (row: RankingRowView): string => `${row.number} · ${row.applicant}`,
  addition: 'L’addition, fiche par fiche',
  criterion: 'Critère',
  mark: 'Note',
  weight: 'Poids',
  points: 'Points',
  sheetTotal: 'Total de la fiche',
  sensitivity: 'Ce qu’un cran de plus ou de moins changerait',
  sensitivityNone: 'Aucun cran sur une seule note ne change le rang ni le montant proposé.',
  openDossier: 'Ouvrir le dossier',
  envelope: 'Enveloppe',
  noEnvelope: 'Cet appel n’a pas d’enveloppe fixée : tout ce qui est retenu est proposé en entier.',
} as const

export type Group = 'selected' | 'waiting' | 'not-selected' | 'not-ranked'

export const groupWords: Readonly<Record<Group, string>> = {
  selected: 'Retenu',
  waiting: 'Liste complémentaire',
  'not-selected': 'Non retenu',
  'not-ranked': 'Non classé',
}

export const notRankedWords: Readonly<Record<NotRankedReason, string>> = {
  'no-sheet': 'aucune fiche',
  'too-few-evaluators': 'trop peu d’évaluateurs',
  withdrawn: 'retirée',
  inadmissible: 'irrecevable',
  merged: 'réunie avec une autre',
  sealed: 'notes scellées',
}

export const outsideWords = {
  'not-applicable': 'hors du calcul',
  missing: 'non noté, hors du calcul',
  informative: 'pour information',
} as const

export const excludedWords = {
  draft: 'brouillon, non compté',
  recused: 'déport, non compté',
  empty: 'fiche vide, non comptée',
} as const

const aggregationWords: Readonly<Record<RankExplanation['aggregation'], string>> = {
  mean: 'Moyenne',
  median: 'Médiane',
  collegial: 'Note du comité',
}

/** « Moyenne : (74,00 + 70,00) / 2 = 72,00 » */
export function aggregationLine({ aggregation, row, sheets }: RankExplanation): string {
  const totals = sheets
    .filter((sheet) => sheet.excluded === null && sheet.total !== null)
    .map((sheet) => frenchDecimal(sheet.total ?? ''))
  const score = row.score === null ? '–' : frenchDecimal(row.score)
  if (aggregation === 'mean') {
    return `${aggregationWords.mean} : (${totals.join(' + ')}) / ${totals.length} = ${score}`
  }
  return aggregation === 'median'
    ? `${aggregationWords.median} de ${totals.join(' ; ')} = ${score}`
    : `${aggregationWords.collegial} : ${score}`
}

export const upTo = (row: RankingRowView, cents: number, envelope: number): string =>
  `Jusqu’au rang ${row.rank ?? '–'}, n° ${row.number} : ${formatAmount(cents)} sur ${formatAmount(envelope)}`

export const engaged = (cents: number, envelope: number, remaining: number): string =>
  `${formatAmount(cents)} proposés sur ${formatAmount(envelope)} ; reste ${formatAmount(remaining)}`

export const dotStripWords = (row: RankingRowView): string =>
  row.sheetTotals.length === 0
    ? words.noSheets
    : `Fiches : ${row.sheetTotals.map(({ name, total }) => `${name} ${frenchDecimal(total)}`).join(' ; ')}`

export const watchWords = {
  title: 'À débattre et solidité du classement',
  show: 'Montrer ce qui est à débattre',
  hide: 'Cacher ce qui est à débattre',
  searching: 'Chaque note est déplacée d’un cran, une à une…',
  toDebate: (count: number): string => `À débattre · ${count}`,
  nothing: 'Rien ne demande un débat particulier.',
  fragile: (count: number): string => `À une note près · ${count}`,
  firm: 'Aucun rang, aucune aide ne change si une note se déplace d’un cran.',
  named: (number: number, applicant: string): string => `N° ${number} · ${applicant}`,
  awardAtStake: 'L’aide en dépend.',
  andOthers: (count: number): string => (count === 1 ? 'Et une autre note.' : `Et ${count} autres notes.`),
} as const
