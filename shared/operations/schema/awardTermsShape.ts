import type { AwardTerms } from '#shared/domain/instruction/instruction.ts'
import { count, exactly, list, type Members, nullable, oneOf, some, text } from './shape.ts'

const reasons = exactly<{ legal: string; factual: string }>({ legal: text, factual: text })
export const taxBasis = nullable(oneOf('HT', 'TTC'))
const members: Members<AwardTerms> = {
  nature: nullable(oneOf('operating', 'investment')),
  payment: text,
  piecesToReturn: list(text),
  lapsesOn: nullable(text),
  obligations: list(text),
  budgetLine: text,
  eligibleBaseCents: nullable(count()),
  taxBasis,
  reduction: reasons,
}
export const awardTerms = exactly<AwardTerms>(members)
/** What a change may name of them. */
export const someAwardTerms = some<Partial<AwardTerms>>(members)
