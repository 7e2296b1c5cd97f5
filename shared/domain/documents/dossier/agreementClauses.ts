import type { Block } from '../model.ts'
import { conditionClauses } from './agreementConditionClauses.ts'
import { grantClauses } from './agreementGrantClauses.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** A clause of the agreement, as the screen lists it and the template prints it. */
export interface AgreementClause {
  readonly id: string
  /** French, heading of the article. */
  readonly title: string
  /** Blocks of a template, filled with the fields of the agreement. */
  readonly blocks: readonly Block[]
  /** Kept when nobody chose. */
  readonly whenOwed: (facts: DossierFacts) => boolean
  /** Where it is owed it cannot be left out. */
  readonly isMandatory: boolean
}

/** [AG2] The clauses of an agreement (french-rules §1.8), in the order of its articles. */
export const agreementClauses: readonly AgreementClause[] = [...grantClauses, ...conditionClauses]

/** [AG2] Those that this agreement prints: the ones that were chosen, else the ones that are called for. */
export function clausesOf(facts: DossierFacts): readonly AgreementClause[] {
  const { clauses } = facts.instruction.agreement
  return agreementClauses.filter(({ id, whenOwed }) =>
    clauses === null ? whenOwed(facts) : clauses.includes(id),
  )
}

/** [AG3] Mandatory clauses that the choice left out. */
export function omittedClauses(facts: DossierFacts): readonly AgreementClause[] {
  const kept = new Set(clausesOf(facts).map(({ id }) => id))
  return agreementClauses.filter(
    ({ id, isMandatory, whenOwed }) => isMandatory && whenOwed(facts) && !kept.has(id),
  )
}
