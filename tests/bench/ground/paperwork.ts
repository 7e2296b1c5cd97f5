import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { DecisionAct } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Dice } from './dice.ts'
import { wordsOf } from './words.ts'

/** All that a letter, an order or an agreement asks of the service, made up. */

export const issuer: Omit<Issuer, 'id'> = {
  name: 'Commune de Plouvara',
  kind: 'commune',
  siret: '21220234500018',
  address: '1 place de la Mairie\n22170 Plouvara',
  town: 'Plouvara',
  phone: '02 96 00 00 00',
  email: 'mairie@plouvara.example',
  website: '',
  service: 'Service numérique',
  agent: {
    name: 'Denis Le Gall',
    capacity: 'chargé de mission',
    address: '',
    phone: '02 96 00 00 01',
    email: 'numerique@plouvara.example',
  },
  signatory: { name: 'Ada Exemple', capacity: 'la maire' },
  appealTo: 'la maire de Plouvara',
  court: {
    name: 'le tribunal administratif de Rennes',
    address: '3 contour de la Motte\n35044 Rennes Cedex',
  },
}

export const decisionAct: DecisionAct = {
  nature: 'deliberation',
  number: '2026-12',
  date: '2026-04-02',
  authority: 'le conseil municipal de Plouvara',
  transmittedOn: '2026-04-03',
  publishedOn: '2026-04-03',
}

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
