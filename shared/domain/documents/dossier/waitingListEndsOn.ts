import type { DossierFacts } from './dossierFacts.ts'

/**
 * [LE9] ISO date until which a waiting list may still be served: the last day of the budget year of the call, since the
 * money of a year is not there the next one; written later, the end keyed for the award. Null: nothing says it.
 */
export function waitingListEndsOn({ call, instruction, madeOn }: DossierFacts): string | null {
  const endOfYear = `${call.fiscalYear}-12-31`
  if (madeOn <= endOfYear) return endOfYear
  const { lapsesOn } = instruction.award
  return lapsesOn !== null && madeOn <= lapsesOn ? lapsesOn : null
}
