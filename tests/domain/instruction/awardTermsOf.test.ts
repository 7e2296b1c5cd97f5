import { expect, test } from 'vitest'
import { awardTermsOf } from '#shared/domain/instruction/awardTermsOf.ts'
import { blankAwardTerms } from '#shared/domain/instruction/instruction.ts'
import { cents } from '#shared/kernel/cents.ts'

const common = {
  nature: 'investment',
  payment: 'en une fois',
  piecesToReturn: ['RIB'],
  lapsesOn: '2028-12-31',
  obligations: ['logo'],
  budgetLine: '2041',
  eligibleBaseCents: null,
  taxBasis: null,
  reduction: { legal: 'article 7', factual: 'plafond atteint' },
} as const

test('[IN6] a candidature of which nothing is said takes the terms of its call', () => {
  expect(awardTermsOf({ awardTerms: common }, blankAwardTerms)).toEqual(common)
})

test('[IN6] what its instruction says wins, term by term', () => {
  const own = {
    nature: 'operating',
    payment: 'en deux fois',
    piecesToReturn: ['devis'],
    lapsesOn: '2027-06-30',
    obligations: ['rapport'],
    budgetLine: '6574',
    eligibleBaseCents: cents(5_000_000),
    taxBasis: 'HT',
    reduction: { legal: '', factual: 'un seul véhicule' },
  } as const
  expect(awardTermsOf({ awardTerms: common }, own)).toEqual({
    ...own,
    reduction: { legal: 'article 7', factual: 'un seul véhicule' },
  })
  expect(awardTermsOf({ awardTerms: common }, { ...blankAwardTerms, payment: '  ' }).payment).toBe(
    'en une fois',
  )
})
