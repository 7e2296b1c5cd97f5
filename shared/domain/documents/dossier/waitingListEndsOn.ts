import type { DossierFacts } from './dossierFacts.ts'

/**
 * [LE9] ISO date until which a waiting list may still be served: the one that was keyed as the end of the award, else
 * the last day of the budget year, since the money of a year is not there the next one.
 */
export const waitingListEndsOn = ({ call, instruction }: DossierFacts): string =>
  instruction.award.lapsesOn ?? `${call.fiscalYear}-12-31`
