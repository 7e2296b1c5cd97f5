import { counted } from '#shared/domain/documents/typography.ts'
import type { RankExplanation, RankingRowView } from '#shared/domain/ranking/rankingView.ts'

/** The story of a rank, sentence by sentence, as a secretary would tell it. */
export function explanationSentences(
  row: RankingRowView,
  aggregation: RankExplanation['aggregation'],
): readonly string[] {
  return [
    ...scoreSentences(row, aggregation),
    ...row.recused.map((name) => `${name} s’est déporté : sa fiche ne compte pas.`),
    ...(row.missingSheets.length > 0
      ? [`Sans fiche déposée de ${row.missingSheets.join(', ')} : rien n’est compté à leur place.`]
      : []),
    ...(row.missingMarks > 0
      ? [
          `Notes manquantes : ${row.missingMarks}. Elles sortent du total de leur fiche, elles ne valent pas zéro.`,
        ]
      : []),
    ...(row.gapAlert
      ? ['Les fiches s’écartent plus que le seuil fixé : une nouvelle lecture est proposée.']
      : []),
    ...row.knockedOutBy.map(
      (code) => `Le critère ${code} est sous son seuil éliminatoire : avis défavorable proposé.`,
    ),
    ...(row.belowMinimum ? ['La note est sous le minimum fixé : avis défavorable proposé.'] : []),
    ...tieSentences(row),
    awardSentence(row),
  ]
}

function scoreSentences(row: RankingRowView, aggregation: RankExplanation['aggregation']): readonly string[] {
  if (row.score === null || row.rank === null) return [notRankedSentences[row.notRanked ?? 'no-sheet']]
  const score = row.score.replace('.', ',')
  if (aggregation === 'collegial') return [`Note du comité : ${score} sur 100. Rang ${row.rank}.`]
  const how = aggregation === 'mean' ? 'moyenne' : 'médiane'
  return [
    `Note ${score} sur 100 : ${how} de ${counted(row.sheetTotals.length, 'fiche', 'fiches')}. Rang ${row.rank}.`,
  ]
}

const notRankedSentences: Record<NonNullable<RankingRowView['notRanked']>, string> = {
  'no-sheet': 'Pas de classement : aucune fiche déposée ne compte.',
  'too-few-evaluators': 'Pas de classement : il n’y a pas assez d’évaluateurs.',
  withdrawn: 'Pas de classement : la candidature est retirée.',
  inadmissible: 'Pas de classement : la candidature est irrecevable.',
  merged: 'Pas de classement : la candidature est réunie avec une autre.',
  sealed: 'Pas de classement : les notes sont scellées jusqu’à ce qu’elles soient révélées en séance.',
}

function tieSentences(row: RankingRowView): readonly string[] {
  const others = row.tiedWith.map((number) => `n° ${number}`).join(', ')
  return [
    ...(row.decidedBy === null ? [] : [`Égalité de note départagée par : ${tieBreakerName(row.decidedBy)}.`]),
    ...(others === ''
      ? []
      : [`Ex æquo avec ${others} après tous les critères de départage : à la présidence d’en décider.`]),
  ]
}

/** French name of a tie-breaker code such as `criterion:PERT`. */
export function tieBreakerName(code: string): string {
  const [kind = '', detail = ''] = code.split(':')
  const names: Readonly<Record<string, string>> = {
    criterion: `la note du critère ${detail}`,
    'earliest-complete': 'la date de dossier complet la plus ancienne',
    'lowest-requested': 'le montant demandé le plus faible',
    'lowest-cost-per-inhabitant': 'le coût par habitant le plus faible',
  }
  return names[kind] ?? code
}

function awardSentence(row: RankingRowView): string {
  const amount = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(
    row.award.amountCents / 100,
  )
  const limits: Readonly<Record<string, string>> = {
    requested: 'le montant demandé',
    rate: 'le taux maximal',
    cap: 'le plafond par candidature',
    'maximum-useful': 'le montant utile déclaré par le demandeur',
    remaining: 'ce qui reste de l’enveloppe',
  }
  const limit = row.award.limitedBy === null ? '' : `, limité par ${limits[row.award.limitedBy]}`
  switch (row.award.status) {
    case 'within':
      return `Proposé : ${amount}${limit}.`
    case 'partial':
      return `Proposé en partie : ${amount}${limit}.`
    case 'waiting':
      return 'Liste complémentaire : l’enveloppe ne va pas jusque-là.'
    case 'not-selected':
      return 'Non retenu dans la proposition.'
  }
}
