import { expect, test } from 'vitest'
import { rational, zero } from '#shared/kernel/rational.ts'
import { optimumInWords } from '#shared/usecases/allocation/optimumInWords.ts'
import { euros } from '#tests/domain/envelope/moneyBuilders.ts'

const row = (number: number, rank: number, left: number, right: number) => ({
  number,
  rank,
  leftCents: euros(left),
  rightCents: euros(right),
})
/** Plain spaces, so that the sentences read as they are typed here. */
const told = (difference: Parameters<typeof optimumInWords>[0]) =>
  optimumInWords(difference).map((sentence) => sentence.replace(/[\u00A0\u202F]/gu, ' '))

test('[UC21] one costly candidature leaves, two enter', () => {
  expect(
    told({
      byRank: { funded: 3, amountCents: euros(95_000), score: rational(24_050, 100) },
      optimum: { funded: 4, amountCents: euros(99_000), score: rational(30_550, 100) },
      rows: [row(4, 2, 48_000, 0), row(7, 4, 0, 30_000), row(9, 5, 0, 22_000)],
      envelopeCents: euros(100_000),
    }),
  ).toEqual([
    'Le meilleur total finance 4 candidatures au lieu de 3.',
    'La somme des notes des candidatures financées passe de 240,50 à 305,50, soit 65,00 points de plus.',
    'Il laisse de côté la n° 4 (2e rang, 48 000,00 €) ; avec ce qui restait, cet argent en sert 2 autres (52 000,00 € ensemble).',
    'Il fait entrer les n° 7 (4e rang, 30 000,00 €) et n° 9 (5e rang, 22 000,00 €).',
    'Il reste 1 000,00 € de l’enveloppe, au lieu de 5 000,00 €.',
    'Il s’écarte du classement : l’adopter demande une raison pour chaque écart, portée au procès-verbal.',
  ])
})

test('[UC21] the same candidatures with other amounts, and scores that lose nothing', () => {
  expect(
    told({
      byRank: { funded: 2, amountCents: euros(90), score: rational(150) },
      optimum: { funded: 2, amountCents: euros(100), score: rational(150) },
      rows: [row(3, 1, 40, 50)],
      envelopeCents: euros(100),
    }),
  ).toEqual([
    'Le meilleur total finance 2 candidatures, autant que l’attribution par rang.',
    'La somme des notes des candidatures financées reste de 150,00.',
    'La n° 3 (1er rang) reçoit 50,00 € au lieu de 40,00 €.',
    'Il reste 0,00 € de l’enveloppe, au lieu de 10,00 €.',
  ])
})

test('[UC21] a partial award that the best total cannot give is said, not hidden', () => {
  expect(
    told({
      byRank: { funded: 2, amountCents: euros(100), score: rational(170) },
      optimum: { funded: 1, amountCents: euros(90), score: rational(90) },
      rows: [row(2, 2, 10, 0)],
      envelopeCents: euros(100),
    }),
  ).toEqual([
    'Le meilleur total finance 1 candidature au lieu de 2.',
    'La somme des notes des candidatures financées passe de 170,00 à 90,00, parce que l’attribution par rang sert une candidature en partie : le meilleur total ne la finance qu’en entier, ou à partir de son minimum viable.',
    'Il laisse de côté la n° 2 (2e rang, 10,00 €).',
    'Il reste 10,00 € de l’enveloppe, au lieu de 0,00 €.',
    'Il s’écarte du classement : l’adopter demande une raison pour chaque écart, portée au procès-verbal.',
  ])
})

test('[UC21] no difference is one sentence', () => {
  const totals = { funded: 0, amountCents: euros(0), score: zero }
  expect(told({ byRank: totals, optimum: totals, rows: [], envelopeCents: euros(1) })).toEqual([
    'Le meilleur total et l’attribution par rang financent les mêmes candidatures, aux mêmes montants.',
  ])
})
