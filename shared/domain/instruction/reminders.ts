import type { Cents } from '#shared/kernel/cents.ts'
import { frenchPercent } from '../documents/typography.ts'
import type { ApplicantKind } from '../dossier/dossier.ts'
import { agreementNeed } from './agreementNeed.ts'
import type { AwardTerms } from './instruction.ts'
import { legalObligations } from './legalObligations.ts'
import type { LegalStatus } from './legalStatus.ts'
import { type Financing, minimumBasisPoints, ownShare } from './ownShare.ts'

export interface RemindersInput {
  readonly status: LegalStatus
  readonly kind: ApplicantKind
  readonly nature: AwardTerms['nature']
  readonly fiscalYear: number
  readonly amountCents: Cents | null
  /** ISO date. */
  readonly date: string
  /** Null when no funding plan is known: nothing is said of the own share. */
  readonly financing: Financing | null
}

/** [IN5] What the service should not forget about this aid, each sentence with its text. */
export const reminders = (input: RemindersInput): readonly string[] => [
  ...legalObligations(input).map(
    ({ rule, obligation, source }) => `${titles[rule]} : ${obligation} (${source}).`,
  ),
  ...ownShareReminder(input),
  ...essentialData(input),
]

const titles = {
  'R-02': 'Compte rendu financier',
  'R-03': 'Contrat d’engagement républicain',
  'R-08': 'Publicité du plan de financement',
} as const

/** R-04; said only when it is not reached. */
function ownShareReminder({ kind, nature, financing }: RemindersInput): readonly string[] {
  if (nature !== 'investment' || financing === null) return []
  if (!['commune', 'epci', 'departement', 'region'].includes(kind)) return []
  const share = ownShare(financing)
  if (share === null || share.reached) return []
  return [
    `Participation du maître d’ouvrage : il apporte ${frenchPercent(share.basisPoints)} des financements publics, moins que le minimum de ${frenchPercent(minimumBasisPoints)}, hors exceptions prévues par la loi (CGCT, article L1111-10, III).`,
  ]
}

/** goes with an agreement. */
const essentialData = (input: RemindersInput): readonly string[] =>
  agreementNeed(input).level === 'required'
    ? [
        'Données essentielles : les publier en ligne dans les trois mois de la signature de la convention ; les collectivités de moins de 3 500 habitants n’y sont pas tenues (décret n° 2017-779 du 5 mai 2017).',
      ]
    : []
