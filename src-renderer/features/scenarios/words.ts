import type { ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { formatAmount } from '../../ui/formatAmount.ts'
import { formatCount } from '../../ui/formatCount.ts'
import type { TagProps } from '../../ui/Tag.tsx'

export const words = {
  title: 'Scénarios',
  call: 'Appel',
  noCallTitle: 'Aucun appel pour l’instant',
  noCall: 'Un scénario essaie des montants sur les candidatures d’un appel.',
  goToCalls: 'Voir les appels',
  ranking: 'Voir le classement',
  emptyTitle: 'Aucun scénario',
  empty:
    'Un scénario essaie des montants sans rien décider. Partez du classement, du meilleur total sous l’enveloppe, ou d’une page blanche ; comparez-en deux, puis adoptez-en un.',
  fromRanking: 'Partir du classement',
  fromOptimum: 'Partir du meilleur total',
  fromBlank: 'Partir de rien',
  copy: 'Dupliquer',
  copyName: (name: string) => `${name} (copie)`,
  rankingName: 'Selon le classement',
  optimumName: 'Meilleur total',
  blankName: 'Nouveau scénario',
  scenarios: 'Scénarios de l’appel',
  name: 'Nom du scénario',
  compareWith: 'Comparer avec',
  noComparison: 'Aucun autre',
  adopt: 'Adopter ce scénario',
  adoptTitle: 'Adopter ce scénario',
  adoptHint:
    'Ses montants deviennent ceux qui sont proposés en séance ; chaque point reste voté. Ses écarts au classement figurent au procès-verbal avec leur motif.',
  adoptAction: 'Adopter',
  adoptedIn: 'Adopté en séance du',
  outside: 'Hors séance',
  setAside: 'Écarter',
  cancel: 'Revenir',
  funded: (count: number) =>
    `${formatCount(count)} candidature${count > 1 ? 's' : ''} servie${count > 1 ? 's' : ''}`,
  points: (score: string) => `${score.replace('.', ',')} points cumulés`,
  left: (amount: number) => `reste ${formatAmount(amount)}`,
  table: (name: string) => `Montants du scénario ${name}`,
  number: 'N°',
  applicant: 'Demandeur',
  rank: 'Rang',
  score: 'Note',
  requested: 'Demandé',
  bounds: 'Viable – utile',
  amount: 'Montant',
  rate: 'Taux',
  amountOf: (applicant: string) => `Montant pour ${applicant}`,
  rateOf: (applicant: string) => `Taux pour ${applicant}`,
  reasonOf: (applicant: string) => `Motif pour ${applicant}`,
  reason: 'Motif de l’écart',
  decided: 'Décidé',
  departures: 'Écarts au classement',
  noDeparture: 'Ce scénario suit le classement.',
  reasonGiven: (reason: string) => `Motif : ${reason}`,
  reasonMissing: 'Motif à écrire avant l’adoption.',
  waiting: 'Liste complémentaire : ce que l’argent libre permettrait',
  optimum: 'Ce que changerait le meilleur total',
  showOptimum: 'Comparer le classement au meilleur total',
  searching: 'Recherche du meilleur total…',
  byRank: 'Selon le classement',
  bestTotal: 'Meilleur total',
  differences: 'Seules les candidatures qui ne reçoivent pas la même somme',
  same: 'Les deux servent les mêmes candidatures, pour les mêmes montants.',
} as const

export const statusWords: Readonly<
  Record<ScenarioView['status'], { label: string; tone: TagProps['tone'] } | null>
> = {
  draft: null,
  adopted: { label: 'Adopté', tone: 'favourable' },
  'set-aside': { label: 'Écarté', tone: 'neutral' },
}
