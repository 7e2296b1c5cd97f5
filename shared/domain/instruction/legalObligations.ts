import { frenchDate } from '../documents/typography.ts'
import type { ApplicantKind } from '../dossier/dossier.ts'
import type { AwardTerms } from './instruction.ts'
import type { LegalStatus } from './legalStatus.ts'

export interface Beneficiary {
  readonly status: LegalStatus
  readonly kind: ApplicantKind
  readonly nature: AwardTerms['nature']
  readonly fiscalYear: number
  /** ISO date at which one speaks: texts are dated. */
  readonly date: string
}

export interface LegalObligation {
  readonly rule: 'R-02' | 'R-03' | 'R-08'
  /** Addressed to the beneficiary, without a final stop. */
  readonly obligation: string
  /** As a document cites it. */
  readonly source: string
  /** ISO dates, both included; null when open. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** [IN5] What the law asks of whoever receives a subsidy, whatever the award says. */
export const legalObligations = (beneficiary: Beneficiary): readonly LegalObligation[] =>
  [
    ...(beneficiary.status === 'association' || beneficiary.status === 'private-body'
      ? [financialReport(beneficiary.fiscalYear)]
      : []),
    ...(beneficiary.kind === 'association' ? [republicanCommitment] : []),
    ...(beneficiary.nature === 'investment' && beneficiary.status !== 'unknown' && isLocal(beneficiary.kind)
      ? [publicity]
      : []),
  ].filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= beneficiary.date) &&
      (validTo === null || beneficiary.date <= validTo),
  )

const isLocal = (kind: ApplicantKind): boolean => ['commune', 'epci', 'departement', 'region'].includes(kind)

/** R-02: six months after the end of the year in which it was given (the last one when there are several). */
const financialReport = (fiscalYear: number): LegalObligation => ({
  rule: 'R-02',
  obligation: `si la subvention est affectée à une dépense déterminée, produire un compte rendu financier dans les six mois suivant la fin de l’exercice pour lequel elle a été attribuée, soit au plus tard le ${frenchDate(`${fiscalYear + 1}-06-30`)} pour l’exercice ${fiscalYear}`,
  source: 'loi n° 2000-321 du 12 avril 2000, article 10',
  validFrom: '2001-06-10',
  validTo: null,
})

/** R-03. */
const republicanCommitment: LegalObligation = {
  rule: 'R-03',
  obligation:
    'respecter les principes du contrat d’engagement républicain que l’association a souscrit et en informer ses membres',
  source: 'loi n° 2000-321 du 12 avril 2000, article 10-1 ; décret n° 2021-1947 du 31 décembre 2021',
  validFrom: '2022-01-03',
  validTo: null,
}

/** R-08: software alone is generally outside it, for only tangible fixed assets are meant. */
const publicity: LegalObligation = {
  rule: 'R-08',
  obligation:
    'si l’opération porte sur des immobilisations corporelles, publier son plan de financement, en mairie ou au siège et en ligne, dans les quinze jours de son commencement, puis l’afficher pendant les travaux',
  source: 'CGCT, articles L1111-11 et D1111-8',
  validFrom: null,
  validTo: null,
}
