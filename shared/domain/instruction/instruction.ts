import type { Cents } from '#shared/kernel/cents.ts'

/**
 * What the service did with a candidature outside the sessions (instruction): receipt, missing pieces, report,
 * correspondent, and what the act of award will say. One per candidature, bearing its id.
 */
export interface Instruction {
  readonly candidatureId: string
  /** ISO date of receipt, from which silence counts; null when unknown. */
  readonly receivedOn: string | null
  /** Requests for missing pieces, oldest first: each suspends the silence until what was asked is received (CRPA L114-5). */
  readonly pieceRequests: readonly PieceRequest[]
  /** Report of the service; light markup, as a debate. */
  readonly strengths: string
  readonly weaknesses: string
  readonly analysis: string
  /** What the service proposes to the session; null while it has not said. */
  readonly proposal: {
    readonly opinion: 'favourable' | 'reserved' | 'unfavourable'
    readonly amountCents: Cents | null
  } | null
  /** Why the candidature cannot be examined, in law and in fact; null when it can. */
  readonly inadmissibility: { readonly legal: string; readonly factual: string } | null
  readonly correspondent: Correspondent
  readonly award: AwardTerms
  readonly agreement: AgreementTerms
  /** ISO date at which the applicant received the decision (CRPA L221-8); null before. */
  readonly notifiedOn: string | null
}

export interface PieceRequest {
  /** ISO dates. */
  readonly askedOn: string
  readonly deadline: string
  readonly pieces: readonly string[]
  readonly receivedOn: string | null
}

/** To whom letters go. */
export interface Correspondent {
  /** « Madame », « Monsieur », or empty: « Madame, Monsieur ». */
  readonly civility: '' | 'Madame' | 'Monsieur'
  readonly name: string
  /** « présidente », « maire ». */
  readonly capacity: string
  /** Postal address, lines separated by "\n". */
  readonly address: string
  readonly email: string
  /** Outside metropolitan France the delays are longer (CJA R421-7). `metropole` unless the département says otherwise. */
  readonly place: 'metropole' | 'overseas' | 'abroad' | null
  /** A natural person who applies in his own name. */
  readonly isNaturalPerson: boolean
}

/** What the act of award says beside the amount. Texts may be empty until a document asks for them. */
export interface AwardTerms {
  readonly nature: 'operating' | 'investment' | null
  /** Modalités de versement: « en une fois à la notification ». */
  readonly payment: string
  /** Pieces to return to be paid. */
  readonly piecesToReturn: readonly string[]
  /** ISO date after which the award lapses (caducité); null: not fixed. */
  readonly lapsesOn: string | null
  /** Obligations: logo, financing plan, reports. */
  readonly obligations: readonly string[]
  /** Imputation budgétaire. */
  readonly budgetLine: string
  /** dépense subventionnable that the act holds, when the session did not know one; null otherwise. */
  readonly eligibleBaseCents: Cents | null
  readonly taxBasis: 'HT' | 'TTC' | null
  /** Why less than what was asked is given, when the session did not write it. Texts may be empty. */
  readonly reduction: { readonly legal: string; readonly factual: string }
}

/** What the agreement (convention) says beside the award; french-rules §1.8. */
export interface AgreementTerms {
  /** Clauses kept, by id (`agreementClauses`); null: those that the law and the applicant call for. */
  readonly clauses: readonly string[] | null
  /** Deliberation or decision by which the applicant's representative may sign. */
  readonly authorisation: string
  readonly iban: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export const blankAwardTerms: AwardTerms = {
  nature: null,
  payment: '',
  piecesToReturn: [],
  lapsesOn: null,
  obligations: [],
  budgetLine: '',
  eligibleBaseCents: null,
  taxBasis: null,
  reduction: { legal: '', factual: '' },
}

export const blankInstruction = (candidatureId: string): Instruction => ({
  candidatureId,
  receivedOn: null,
  pieceRequests: [],
  strengths: '',
  weaknesses: '',
  analysis: '',
  proposal: null,
  inadmissibility: null,
  correspondent: {
    civility: '',
    name: '',
    capacity: '',
    address: '',
    email: '',
    place: null,
    isNaturalPerson: false,
  },
  award: blankAwardTerms,
  agreement: { clauses: null, authorisation: '', iban: '', startsOn: null, endsOn: null },
  notifiedOn: null,
})
