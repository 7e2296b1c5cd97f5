import { type DossierFacts, dossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import type { LetterKind } from '#shared/domain/documents/model.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { blankInstruction, type Instruction } from '#shared/domain/instruction/instruction.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { CandidatureFacts, ItemFacts, SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { cents } from '#shared/kernel/cents.ts'
import { callOf } from '#tests/domain/builders.ts'
import { completeFacts } from '../fixtures/sessionFacts.ts'

export const making = { digest: '5c'.repeat(32), madeAt: '2026-12-18T10:30' } as const

const euros = (amount: number) => cents(Math.round(amount * 100))

/** An EPCI whose council decides after the opinion of its commission. */
export const issuer: Issuer = {
  id: 'issuer-1',
  name: 'Communauté de communes de l’Oust',
  kind: 'epci',
  siret: '20006677700014',
  address: '4 place de la Mairie\n56460 Sérent',
  town: 'Sérent',
  phone: '02 97 00 00 01',
  email: 'subventions@oust.example',
  website: 'www.oust.example',
  service: 'service Développement et usages numériques',
  agent: {
    name: 'Maël Corre',
    capacity: 'chargé de mission',
    address: '',
    phone: '02 97 00 00 02',
    email: 'mael.corre@oust.example',
  },
  signatory: { name: 'Soazig Le Roux', capacity: 'présidente' },
  appealTo: 'la présidente de la Communauté de communes de l’Oust',
  court: { name: '', address: '' },
}

export const dossier: Dossier = {
  id: 'dossier-1',
  title: 'Atelier numérique itinérant',
  applicant: {
    name: 'Association Les Passeurs de clics',
    kind: 'association',
    territoryCode: null,
    siren: '732829320',
    siret: '73282932000074',
    population: null,
    department: { code: '56', name: 'Morbihan' },
  },
  description: 'Un véhicule équipé visite douze bourgs.',
  objectives: 'Aider huit cents habitants à faire leurs démarches.',
  annexes: ['Statuts', 'Budget prévisionnel'],
  source: '',
}

export const instruction: Instruction = {
  ...blankInstruction('candidature-1'),
  receivedOn: '2026-01-15',
  correspondent: {
    civility: 'Madame',
    name: 'Claire Le Bihan',
    capacity: 'présidente',
    address: '12 rue du Port\n56460 Malestroit',
    email: 'contact@passeurs.example',
    place: null,
    isNaturalPerson: false,
  },
  award: {
    nature: 'investment',
    payment: 'une avance de 30 % à la notification, le solde sur présentation des factures acquittées',
    piecesToReturn: ['un relevé d’identité bancaire', 'une attestation de démarrage de l’opération'],
    lapsesOn: '2028-12-31',
    obligations: ['faire figurer le logo de la Communauté de communes sur les supports de communication'],
    budgetLine: '20421',
    eligibleBaseCents: null,
    taxBasis: null,
    reduction: { legal: '', factual: '' },
  },
}

export const act = {
  nature: 'deliberation',
  number: '2026-112',
  date: '2026-12-15',
  authority: 'le conseil communautaire',
  transmittedOn: null,
  publishedOn: null,
} as const

const favourable: ItemFacts = (() => {
  const found = completeFacts.items.find(({ candidature }) => candidature?.number === 1)
  if (found === undefined) throw new Error('the fixture has no candidature 1')
  return found
})()

type Outcome = NonNullable<ItemFacts['outcome']>

const sessionWith = (change: Partial<Outcome>, known: Partial<CandidatureFacts>): SessionFacts => ({
  ...completeFacts,
  items: [
    {
      ...favourable,
      candidature: {
        number: 12,
        applicant: dossier.applicant.name,
        identifier: '73282932000074',
        department: 'Morbihan (56)',
        project: dossier.title,
        eligibleBaseCents: euros(40_000),
        taxBasis: 'TTC',
        requestedCents: euros(28_000),
        score: '61.00',
        rank: 4,
        ...known,
      },
      outcome: { ...(favourable.outcome ?? neverNull()), ...change },
    },
  ],
})

function neverNull(): never {
  throw new Error('the fixture has an outcome')
}

const rationale = {
  legal: 'règlement d’attribution de l’appel, article 5 (pérennité du projet)',
  factual: 'le budget présenté ne dit pas comment le véhicule sera financé après la première année',
}

const nothing = {
  opinion: 'unfavourable',
  amountCents: null,
  rateBasisPoints: null,
  conditions: '',
  rationale,
  waitingList: false,
  waitingRank: null,
} as const

/** What the session held, for each letter that follows from one. */
export const outcomes: Partial<Record<LetterKind, Partial<Outcome>>> = {
  'letter-award': {
    ...nothing,
    opinion: 'reserved',
    amountCents: euros(28_000),
    rateBasisPoints: 7000,
    conditions: 'transmission du devis définitif du véhicule avant le 1er mars 2027',
  },
  'letter-partial-award': {
    ...nothing,
    opinion: 'favourable',
    amountCents: euros(20_000),
    rateBasisPoints: 5000,
    rationale: {
      legal: 'règlement d’attribution de l’appel, article 7 (plafond par véhicule)',
      factual: 'le second véhicule n’est pas nécessaire la première année',
    },
  },
  'letter-waiting-list': { ...nothing, opinion: 'favourable', waitingList: true, waitingRank: 2 },
  'letter-refusal': nothing,
  'letter-inadmissible': {
    ...nothing,
    opinion: 'inadmissible',
    rationale: {
      legal: 'règlement d’attribution de l’appel, article 2 (dépenses éligibles)',
      factual: 'la commande du véhicule a été signée avant le dépôt de la demande',
    },
  },
}

/** Complete facts for a letter: nothing is missing, and the candidature is in that case. */
export const factsFor = (kind: LetterKind): DossierFacts => factsKnowing(kind, {})

/** The same, the session having known something else of the candidature. */
export function factsKnowing(
  kind: LetterKind,
  known: Partial<CandidatureFacts>,
  held: Partial<Outcome> = {},
  keyed: Partial<Instruction['award']> = {},
): DossierFacts {
  const outcome = outcomes[kind]
  return dossierFacts({
    issuer,
    committee: {
      id: 'committee-1',
      name: completeFacts.instance.name,
      instanceType: completeFacts.instance.type,
      decidingAuthority: completeFacts.instance.decidingAuthority,
      place: '',
      recusalCounting: 'numerator',
      proxiesPerHolder: 1,
      noticeRule: 'none',
      phrases: [],
    },
    call: callOf(),
    candidature: {
      id: 'candidature-1',
      dossierId: 'dossier-1',
      callId: 'call-1',
      number: 12,
      requestedCents: euros(28_000),
      eligibleBaseCents: euros(40_000),
      taxBasis: 'TTC',
      theme: '',
      minimumViableCents: null,
      maximumUsefulCents: null,
      amountAsWritten: '28 000 €',
      completeOn: null,
      status: 'submitted',
      toCheck: [],
      mergedInto: null,
      importId: null,
    },
    dossier,
    instruction: {
      ...instruction,
      award: { ...instruction.award, ...keyed },
      pieceRequests:
        kind === 'letter-incomplete'
          ? [
              {
                askedOn: '2026-02-01',
                deadline: '2026-03-01',
                pieces: ['le devis du véhicule', 'la délibération du conseil d’administration'],
                receivedOn: null,
              },
            ]
          : [],
    },
    session:
      outcome === undefined
        ? null
        : { facts: sessionWith({ ...outcome, ...held }, known), digest: '9a'.repeat(32), rectifications: [] },
    act: outcome === undefined ? null : act,
    marks: null,
    madeOn:
      kind === 'letter-acknowledgement' ? '2026-01-16' : outcome === undefined ? '2026-02-01' : '2026-12-18',
  })
}
