import { legalObligations } from '../../instruction/legalObligations.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { standingOf } from './standingOf.ts'

/** What the beneficiary has to do: what was keyed for it, then what the law asks of such a beneficiary. */
export const obligationsOf = (facts: DossierFacts): readonly string[] => [
  ...facts.instruction.award.obligations,
  ...(facts.decision === null || (facts.decision.amountCents ?? 0) === 0
    ? []
    : legalObligations({
        status: standingOf(facts),
        kind: facts.candidature.applicantKind,
        nature: facts.instruction.award.nature,
        fiscalYear: facts.call.fiscalYear,
        date: facts.madeOn,
      }).map(({ obligation }) => obligation)),
]
