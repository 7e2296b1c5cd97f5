/**
 * The public body in whose name acts and letters leave (collectivité, préfecture): what a letterhead, an appeal paragraph
 * and a signature say. One per file. Every text may be empty until a document asks for it; the document then names it.
 */
export interface Issuer {
  readonly id: string
  readonly name: string
  readonly kind: IssuerKind
  readonly siret: string
  /** Postal address, lines separated by "\n". */
  readonly address: string
  /** « Fait à … ». */
  readonly town: string
  readonly phone: string
  readonly email: string
  readonly website: string
  /** The service in charge of the requests (CRPA R112-5). */
  readonly service: string
  /** The agent in charge: first name, name, capacity, administrative address (CRPA L111-2). */
  readonly agent: ContactPerson
  /** Who signs the acts (CRPA L212-1). */
  readonly signatory: { readonly name: string; readonly capacity: string }
  /** To whom an appeal without a judge is addressed: « le maire de … ». Empty: the capacity of the signatory. */
  readonly appealTo: string
  /** Administrative court of the seat of the deciding authority (CJA R312-1). */
  readonly court: { readonly name: string; readonly address: string }
}

export const issuerKinds = [
  'commune',
  'epci',
  'departement',
  'region',
  'prefecture',
  'public-establishment',
  'other',
] as const
export type IssuerKind = (typeof issuerKinds)[number]

export interface ContactPerson {
  readonly name: string
  readonly capacity: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

export const blankIssuer: Omit<Issuer, 'id'> = {
  name: '',
  kind: 'other',
  siret: '',
  address: '',
  town: '',
  phone: '',
  email: '',
  website: '',
  service: '',
  agent: { name: '', capacity: '', address: '', phone: '', email: '' },
  signatory: { name: '', capacity: '' },
  appealTo: '',
  court: { name: '', address: '' },
}
