import { agreementClauses, clausesOf } from './agreementClauses.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** A clause of the agreement as one checks it. */
export interface ClauseChoice {
  readonly id: string
  readonly title: string
  readonly isKept: boolean
  /** Called for by the law or by what is awarded: kept when nobody chose. */
  readonly isOwed: boolean
  /** Owed here, and cannot be left out. */
  readonly isMandatory: boolean
}

/** [AG2] Every clause in the order of the articles, whether this agreement prints it, and whether it may do without. */
export function clauseChoices(facts: DossierFacts): readonly ClauseChoice[] {
  const kept = new Set(clausesOf(facts).map(({ id }) => id))
  return agreementClauses.map(({ id, title, whenOwed, isMandatory }) => {
    const isOwed = whenOwed(facts)
    return { id, title, isKept: kept.has(id), isOwed, isMandatory: isMandatory && isOwed }
  })
}
