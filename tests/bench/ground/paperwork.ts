import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Dice } from './dice.ts'
import { wordsOf } from './words.ts'

/** All that a letter, an order or an agreement asks of the service, made up. */

export function instructionOf(draw: Dice, applicant: string): Omit<Instruction, 'candidatureId'> {
  const { candidatureId: _, ...blank } = blankInstruction('')
  return {
    ...blank,
    receivedOn: '2026-02-02',
    strengths: `${wordsOf(draw, 12)}.`,
    weaknesses: `${wordsOf(draw, 12)}.`,
    analysis: `${wordsOf(draw, 40)}.`,
    proposal: { opinion: 'favourable', amountCents: cents(1_000_00) },
    correspondent: {
      civility: 'Madame',
      name: 'Hélène Morvan',
      capacity: 'maire',
      address: `Mairie de ${applicant}\n56230 ${applicant}`,
      email: '',
      place: 'metropole',
      isNaturalPerson: false,
    },
    award: {
      ...blank.award,
      nature: 'investment',
      payment: 'en une fois à la notification',
      piecesToReturn: ['un RIB'],
      lapsesOn: '2028-04-02',
      obligations: ['publier le plan de financement'],
      budgetLine: 'chapitre 204',
      eligibleBaseCents: cents(50_000_00),
      taxBasis: 'HT',
      reduction: { legal: 'Article 3 du règlement', factual: 'Le devis est surévalué' },
    },
  }
}
