import { type LegalStatus, legalStatus } from '../../instruction/legalStatus.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** [IN1] What the law makes of the applicant of these facts. */
export const standingOf = ({ candidature, instruction }: DossierFacts): LegalStatus =>
  legalStatus({
    kind: candidature.applicantKind,
    identifier: candidature.identifier,
    population: candidature.population,
    isNaturalPerson: instruction.correspondent.isNaturalPerson,
  })
