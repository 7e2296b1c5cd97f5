import { counted, frenchAmount, frenchDecimal, frenchList } from '#shared/domain/documents/typography.ts'
import type { ExactTotals } from '#shared/domain/envelope/scenarioTotals.ts'
import type { ComparisonRow } from '#shared/domain/envelope/scenarioView.ts'
import { compare, subtract, toFixedHalfUp, zero } from '#shared/kernel/rational.ts'
import { candidatureInWords } from './candidatureInWords.ts'

export interface OptimumDifference {
  readonly byRank: ExactTotals
  readonly optimum: ExactTotals
  /** Only where they differ, in rank order; left: by rank, right: best total. */
  readonly rows: readonly Pick<ComparisonRow, 'number' | 'rank' | 'leftCents' | 'rightCents'>[]
  readonly envelopeCents: number | null
}

/** [UC21] How the allocation by rank and the best total differ, as a secretary would say it to the committee. */
export function optimumInWords({
  byRank,
  optimum,
  rows,
  envelopeCents,
}: OptimumDifference): readonly string[] {
  if (rows.length === 0)
    return [
      'Le meilleur total et l’attribution par rang financent les mêmes candidatures, aux mêmes montants.',
    ]
  const leaving = rows.filter(({ rightCents }) => rightCents === 0)
  const entering = rows.filter(({ leftCents }) => leftCents === 0)
  const changed = rows.filter(({ leftCents, rightCents }) => leftCents > 0 && rightCents > 0)
  return [
    countSentence(byRank, optimum),
    pointsSentence(byRank, optimum),
    ...(leaving.length > 0 ? [leavingSentence(leaving, entering)] : []),
    ...(entering.length > 0
      ? [`Il fait entrer ${list(entering.map((row) => candidatureInWords(row, row.rightCents)))}.`]
      : []),
    ...changed.map(
      (row) =>
        `La ${candidatureInWords(row)} reçoit ${frenchAmount(row.rightCents)} au lieu de ${frenchAmount(row.leftCents)}.`,
    ),
    ...(envelopeCents === null
      ? []
      : [
          `Il reste ${frenchAmount(envelopeCents - optimum.amountCents)} de l’enveloppe, au lieu de ${frenchAmount(envelopeCents - byRank.amountCents)}.`,
        ]),
    ...(entering.length > 0 || leaving.length > 0
      ? [
          'Il s’écarte du classement : l’adopter demande une raison pour chaque écart, portée au procès-verbal.',
        ]
      : []),
  ]
}

function countSentence({ funded: before }: ExactTotals, { funded: after }: ExactTotals): string {
  const what = counted(after, 'candidature', 'candidatures')
  return after === before
    ? `Le meilleur total finance ${what}, autant que l’attribution par rang.`
    : `Le meilleur total finance ${what} au lieu de ${before}.`
}

function pointsSentence(byRank: ExactTotals, optimum: ExactTotals): string {
  const gained = subtract(optimum.score, byRank.score)
  const points = (value: typeof gained): string => frenchDecimal(toFixedHalfUp(value, 2))
  const from = `La somme des notes des candidatures financées passe de ${points(byRank.score)} à ${points(optimum.score)}`
  const order = compare(gained, zero)
  if (order > 0) return `${from}, soit ${points(gained)} points de plus.`
  if (order === 0) return `La somme des notes des candidatures financées reste de ${points(optimum.score)}.`
  return `${from}, parce que l’attribution par rang sert une candidature en partie : le meilleur total ne la finance qu’en entier, ou à partir de son minimum viable.`
}

/** One that leaves for several is the usual surprise of a committee: what it costs is said. */
function leavingSentence(leaving: OptimumDifference['rows'], entering: OptimumDifference['rows']): string {
  const who = list(leaving.map((row) => candidatureInWords(row, row.leftCents)))
  const [only] = leaving
  const cost = entering.reduce((sum, { rightCents }) => sum + rightCents, 0)
  return leaving.length === 1 && only !== undefined && entering.length > 1
    ? `Il laisse de côté ${who} ; avec ce qui restait, cet argent en sert ${counted(entering.length, 'autre', 'autres')} (${frenchAmount(cost)} ensemble).`
    : `Il laisse de côté ${who}.`
}

const list = (candidatures: readonly string[]): string =>
  candidatures.length === 1 ? `la ${candidatures.join('')}` : `les ${frenchList(candidatures)}`
