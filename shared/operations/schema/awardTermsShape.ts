import type { AwardTerms } from '#shared/domain/instruction/instruction.ts'
import { count, exactly, list, nullable, oneOf, text } from './shape.ts'

export const reasons = exactly<{ legal: string; factual: string }>({ legal: text, factual: text })
export const taxBasis = nullable(oneOf('HT', 'TTC'))
export const awardTerms = exactly<AwardTerms>({
  nature: nullable(oneOf('operating', 'investment')),
  payment: text,
  piecesToReturn: list(text),
  lapsesOn: nullable(text),
  obligations: list(text),
  budgetLine: text,
  eligibleBaseCents: nullable(count()),
  taxBasis,
  reduction: reasons,
})
