import type { AgreementNeed } from '#shared/domain/documents/documentBoard.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { standingOf } from '#shared/domain/documents/dossier/standingOf.ts'
import { agreementNeed } from '#shared/domain/instruction/agreementNeed.ts'

/** R-01 on what was given; before a decision, on what the service proposes, else on what is asked. */
export const agreementNeedOf = (facts: DossierFacts): AgreementNeed =>
  agreementNeed({
    status: standingOf(facts),
    amountCents: amountOf(facts),
    date: facts.act?.date ?? facts.madeOn,
  })

/** What was given; before it, what the service proposes, else what is asked; null when unknown. */
const amountOf = ({ decision, instruction, candidature }: DossierFacts) =>
  decision === null ? (instruction.proposal?.amountCents ?? candidature.requestedCents) : decision.amountCents
