import { formatAmount } from '../../ui/formatAmount.ts'
import { formatCount } from '../../ui/formatCount.ts'

export const words = {
  title: 'Projection',
  paused: 'Séance suspendue',
  agenda: 'Ordre du jour',
  quorum: 'Quorum',
  reached: 'atteint',
  missing: 'non atteint',
  notAsked: 'non exigé',
  counted: (counted: number, required: number) => `${counted} sur ${required} nécessaires`,
  envelope: 'Enveloppe',
  given: (given: number, total: number) => `${formatAmount(given)} proposés sur ${formatAmount(total)}`,
  left: (left: number) => `${formatAmount(left)} disponibles`,
  requested: (amount: number) => `Aide demandée : ${formatAmount(amount)}`,
  amount: (amount: number) => formatAmount(amount),
  score: 'Note sur 100',
  rank: (rank: number) => `rang ${formatCount(rank)}`,
  sheets: (totals: readonly string[]) => `Fiches, de la plus basse à la plus haute : ${totals.join(' · ')}`,
  number: (number: number) => `N° ${formatCount(number)}`,
  noResult: 'Le vote n’est pas clos.',
  noPoint: 'Aucun point en cours',
  votes: (inFavour: number, against: number, abstention: number) =>
    `${formatCount(inFavour)} pour · ${formatCount(against)} contre · ${formatCount(abstention)} abstention${abstention > 1 ? 's' : ''}`,
  secret: 'Scrutin secret',
  state: { upcoming: 'à venir', current: 'en cours', decided: 'décidé', deferred: 'ajourné' },
} as const
