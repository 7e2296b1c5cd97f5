import type { Recusal } from '#shared/domain/committee/committee.ts'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type {
  AgreementTerms,
  Correspondent,
  Instruction,
  PieceRequest,
} from '#shared/domain/instruction/instruction.ts'
import type { Cents } from '#shared/kernel/cents.ts'
import type { OperationData, OperationKind } from '../operation.ts'
import { someAwardTerms, taxBasis } from './awardTermsShape.ts'
import { change } from './changeShape.ts'
import {
  count,
  either,
  exactly,
  flag,
  list,
  type Members,
  named,
  nothing,
  nullable,
  oneOf,
  record,
  type Shape,
  some,
  text,
} from './shape.ts'

type DossierKind = Extract<
  OperationKind,
  | `dossier.${string}`
  | `candidature.${string}`
  | `sheet.${string}`
  | `recusal.${string}`
  | `instruction.${string}`
>
type Data<K extends DossierKind> = OperationData[K]

const applicantMembers: Members<Applicant> = {
  name: text,
  kind: oneOf(
    'commune',
    'epci',
    'departement',
    'region',
    'ccas',
    'association',
    'company',
    'other',
    'unknown',
  ),
  territoryCode: nullable(text),
  siren: nullable(text),
  siret: nullable(text),
  population: nullable(count()),
  department: nullable(exactly<{ code: string; name: string }>({ code: text, name: text })),
}
const dossier = {
  title: text,
  applicant: exactly<Applicant>(applicantMembers),
  description: text,
  objectives: text,
  annexes: list(text),
  source: text,
}
const toCheck = list(
  oneOf(
    'amount',
    'amount-zero',
    'applicant',
    'territory',
    'duplicate',
    'department',
    'siret',
    'contact-removed',
  ),
)
const candidature = {
  requestedCents: nullable(count<Cents>()),
  eligibleBaseCents: nullable(count<Cents>()),
  taxBasis,
  theme: text,
  minimumViableCents: nullable(count<Cents>()),
  maximumUsefulCents: nullable(count<Cents>()),
  amountAsWritten: text,
  completeOn: nullable(text),
  toCheck,
}
const mark = either<Mark>(
  exactly({ kind: oneOf('value'), hundredths: count(), comment: text }),
  exactly({ kind: oneOf('not-applicable'), comment: text }),
)
const recusal = {
  legalBasis: text,
  counting: oneOf('numerator', 'numerator-and-denominator'),
}
const instruction = {
  receivedOn: nullable(text),
  pieceRequests: list(
    exactly<PieceRequest>({ askedOn: text, deadline: text, pieces: list(text), receivedOn: nullable(text) }),
  ),
  strengths: text,
  weaknesses: text,
  analysis: text,
  proposal: nullable(
    exactly<NonNullable<Instruction['proposal']>>({
      opinion: oneOf('favourable', 'reserved', 'unfavourable'),
      amountCents: nullable(count()),
    }),
  ),
  inadmissibility: nullable(
    some<Partial<NonNullable<Instruction['inadmissibility']>>>({ legal: text, factual: text }),
  ),
  correspondent: some<Partial<Correspondent>>({
    civility: oneOf('', 'Madame', 'Monsieur'),
    name: text,
    capacity: text,
    address: text,
    email: text,
    place: nullable(oneOf('metropole', 'overseas', 'abroad')),
    isNaturalPerson: flag,
  }),
  award: someAwardTerms,
  agreement: some<Partial<AgreementTerms>>({
    clauses: nullable(list(text)),
    authorisation: text,
    iban: text,
    startsOn: nullable(text),
    endsOn: nullable(text),
  }),
  notifiedOn: nullable(text),
}

export const dossierShapes: { readonly [K in DossierKind]: Shape<Data<K>> } = {
  'dossier.register@1': exactly<Data<'dossier.register@1'>>(dossier),
  'dossier.change@1': change<'dossier.change@1'>({
    ...dossier,
    applicant: some<Partial<Applicant>>(applicantMembers),
  }),
  'candidature.submit@1': exactly<Data<'candidature.submit@1'>>(
    { dossierId: named, callId: named, number: count(), importId: nullable(named), ...candidature },
    ['theme', 'minimumViableCents', 'maximumUsefulCents'],
  ),
  'candidature.change@1': change<'candidature.change@1'>({
    ...candidature,
    status: oneOf('submitted', 'withdrawn', 'inadmissible'),
    mergedInto: nullable(named),
  }),
  'sheet.mark@1': exactly<Data<'sheet.mark@1'>>({
    gridId: named,
    criterionCode: named,
    mark: nullable(mark),
  }),
  'sheet.fill@1': exactly<Data<'sheet.fill@1'>>({ gridId: named, marks: record(mark) }),
  'sheet.file@1': nothing,
  'sheet.reopen@1': exactly<Data<'sheet.reopen@1'>>({ reason: text }),
  'sheet.countersign@1': exactly<Data<'sheet.countersign@1'>>({ on: text }),
  'recusal.declare@1': exactly<Pick<Recusal, 'reason' | 'legalBasis' | 'counting'>>({
    reason: text,
    ...recusal,
  }),
  'recusal.lift@1': exactly<Data<'recusal.lift@1'>>({ reason: text }),
  'recusal.assess@1': exactly<Data<'recusal.assess@1'>>({
    status: oneOf('confirmed', 'set-aside'),
    reason: text,
    ...recusal,
  }),
  'instruction.change@1': change<'instruction.change@1'>(instruction),
}
