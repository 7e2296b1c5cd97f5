import type { Call } from '../call/call.ts'
import type { AwardTerms, Instruction } from './instruction.ts'

/** [IN6] What the acts of award of a candidature say: what its instruction says, and where it says nothing, its call. */
export function awardTermsOf(call: Pick<Call, 'awardTerms'>, own: Instruction['award']): AwardTerms {
  const common = call.awardTerms
  return {
    nature: own.nature ?? common.nature,
    payment: own.payment.trim() || common.payment,
    piecesToReturn: own.piecesToReturn.length > 0 ? own.piecesToReturn : common.piecesToReturn,
    lapsesOn: own.lapsesOn ?? common.lapsesOn,
    obligations: own.obligations.length > 0 ? own.obligations : common.obligations,
    budgetLine: own.budgetLine.trim() || common.budgetLine,
    // A base is that of one project.
    eligibleBaseCents: own.eligibleBaseCents,
    taxBasis: own.taxBasis,
    reduction: {
      legal: own.reduction.legal.trim() || common.reduction.legal,
      factual: own.reduction.factual.trim() || common.reduction.factual,
    },
  }
}
