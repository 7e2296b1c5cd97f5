import type { AllocationRules, TieBreaker } from '#shared/domain/call/call.ts'
import { instanceTypes, noticeRuleIds, type Recusal } from '#shared/domain/committee/committee.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'
import type { ReturnedFile, SignatureReading } from '#shared/domain/documents/returnedFile.ts'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import type { Envelope, FundingLine, Quota, Restriction } from '#shared/domain/envelope/envelope.ts'
import type { ScenarioLine } from '#shared/domain/envelope/scenario.ts'
import type { Criterion, Grid, GridSection, Mark } from '#shared/domain/grid/grid.ts'
import type {
  AgreementTerms,
  AwardTerms,
  Correspondent,
  Instruction,
  PieceRequest,
} from '#shared/domain/instruction/instruction.ts'
import { type ContactPerson, type Issuer, issuerKinds } from '#shared/domain/issuer/issuer.ts'
import type { Cents } from '#shared/kernel/cents.ts'
import type { TemplateVersion } from '../documentTemplate.ts'
import type { OperationData, OperationKind, WrittenRules } from '../operation.ts'
import {
  count,
  either,
  exactly,
  finite,
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

type FileKind = Exclude<OperationKind, `session.${string}`>
type Data<K extends FileKind> = OperationData[K]
type Set<K extends FileKind> = Data<K> extends { readonly set: infer S } ? S : never

const change = <K extends FileKind>(members: Members<Required<Set<K> & object>>): Shape<Data<K>> =>
  exactly<{ set: unknown }>({ set: some(members as Members<object>) }) as unknown as Shape<Data<K>>

const committee = {
  name: text,
  instanceType: oneOf(...instanceTypes),
  decidingAuthority: text,
  place: text,
  recusalCounting: oneOf('numerator', 'numerator-and-denominator'),
  proxiesPerHolder: count(),
  noticeRule: oneOf(...noticeRuleIds),
  phrases: list(text),
}
const member = {
  firstName: text,
  lastName: text,
  capacity: text,
  role: oneOf('chair', 'secretary', 'member'),
  voice: oneOf('deliberative', 'consultative'),
  inOffice: flag,
  substituteOf: nullable(named),
}
const criterion = exactly<Criterion>({
  code: named,
  label: text,
  guidance: text,
  weight: count(),
  scale: exactly<Criterion['scale']>({
    kind: oneOf('0-3', '0-5', '0-10', '0-20', 'A-D', 'yes-no'),
    anchors: record(text),
  }),
  informative: flag,
  notApplicableAllowed: flag,
  knockoutBelow: nullable(count()),
  comment: oneOf('optional', 'always', 'extremes'),
})
const sections = list(exactly<GridSection>({ label: text, criteria: list(criterion) }))
const restriction = exactly<Restriction>({
  kind: oneOf('theme', 'territory'),
  values: list(text),
} as Members<Restriction>)
const envelope = exactly<Envelope>({
  id: named,
  label: text,
  funder: text,
  fiscalYear: count(),
  amountCents: count(),
  reservedFor: nullable(restriction),
})
const quota = exactly<Quota>({ id: named, label: text, appliesTo: restriction, ceilingCents: count() })
const tieBreaker = either<TieBreaker>(
  exactly({ kind: oneOf('criterion'), code: named }),
  exactly({
    kind: oneOf('earliest-complete', 'lowest-requested', 'lowest-cost-per-inhabitant'),
  }) as Shape<TieBreaker>,
)
const rules = exactly<WrittenRules>(
  {
    envelopeCents: nullable(count()),
    envelopes: list(envelope),
    quotas: list(quota),
    maxRateBasisPoints: nullable(count()),
    capCents: nullable(count()),
    aggregation: oneOf('mean', 'median', 'collegial'),
    minimumEvaluators: count(),
    gapAlertPoints: nullable(finite),
    minimumScore: nullable(finite),
    tieBreakers: list(tieBreaker),
    atCutLine: oneOf('partial-award', 'waiting-list'),
  } satisfies Members<AllocationRules>,
  ['envelopes', 'quotas'],
)
const reasons = exactly<{ legal: string; factual: string }>({ legal: text, factual: text })
const taxBasis = nullable(oneOf('HT', 'TTC'))
const awardTerms = exactly<AwardTerms>({
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
const call = {
  name: text,
  scheme: text,
  fiscalYear: count(),
  opensOn: nullable(text),
  closesOn: nullable(text),
  gridId: nullable(named),
  rules,
  awardTerms,
}
const applicant = exactly<Applicant>({
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
})
const dossier = {
  title: text,
  applicant,
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
const line = exactly<ScenarioLine>({
  amountCents: count(),
  funding: list(exactly<FundingLine>({ envelopeId: named, amountCents: count() })),
  reason: text,
})
const documentKind = oneOf(...(Object.keys(documentNames) as DocumentKind[]))
const signature = exactly<SignatureReading>({
  signer: text,
  signedAt: nullable(text),
  valid: flag,
  sentence: text,
})
const version = exactly<TemplateVersion>({ version: count(), sha256: text, fileName: text, addedOn: text })
const contact = exactly<ContactPerson>({
  name: text,
  capacity: text,
  address: text,
  phone: text,
  email: text,
})
const issuer = {
  name: text,
  kind: oneOf(...issuerKinds),
  siret: text,
  address: text,
  town: text,
  phone: text,
  email: text,
  website: text,
  service: text,
  agent: contact,
  signatory: exactly<Issuer['signatory']>({ name: text, capacity: text }),
  appealTo: text,
  court: exactly<Issuer['court']>({ name: text, address: text }),
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
  inadmissibility: nullable(reasons),
  correspondent: exactly<Correspondent>({
    civility: oneOf('', 'Madame', 'Monsieur'),
    name: text,
    capacity: text,
    address: text,
    email: text,
    place: nullable(oneOf('metropole', 'overseas', 'abroad')),
    isNaturalPerson: flag,
  }),
  award: awardTerms,
  agreement: exactly<AgreementTerms>({
    clauses: nullable(list(text)),
    authorisation: text,
    iban: text,
    startsOn: nullable(text),
    endsOn: nullable(text),
  }),
  notifiedOn: nullable(text),
}

export const fileShapes: { readonly [K in FileKind]: Shape<Data<K>> } = {
  'committee.define@1': exactly<Data<'committee.define@1'>>(committee, [
    'proxiesPerHolder',
    'noticeRule',
    'phrases',
  ]),
  'committee.change@1': change<'committee.change@1'>(committee),
  'member.add@1': exactly<Data<'member.add@1'>>(member, ['substituteOf']),
  'member.change@1': change<'member.change@1'>(member),
  'grid.draft@1': exactly<Data<'grid.draft@1'>>({
    label: text,
    version: count(),
    replaces: nullable(named),
    sections,
  }),
  'grid.change@1': change<'grid.change@1'>({ label: text, sections } satisfies Members<
    Pick<Grid, 'label' | 'sections'>
  >),
  'grid.lock@1': nothing,
  'call.open@1': exactly<Data<'call.open@1'>>(call, ['awardTerms']),
  'call.change@1': change<'call.change@1'>(call),
  'dossier.register@1': exactly<Data<'dossier.register@1'>>(dossier),
  'dossier.change@1': change<'dossier.change@1'>(dossier),
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
  'scenario.open@1': exactly<Data<'scenario.open@1'>>({
    callId: named,
    name: text,
    origin: oneOf('ranking', 'best-total', 'copy', 'blank'),
    lines: record(line),
  }),
  'scenario.rename@1': exactly<Data<'scenario.rename@1'>>({ name: text }),
  'scenario.set-line@1': exactly<Data<'scenario.set-line@1'>>({ candidatureId: named, line: nullable(line) }),
  'scenario.adopt@1': exactly<Data<'scenario.adopt@1'>>({ sessionId: nullable(named) }),
  'scenario.set-aside@1': exactly<Data<'scenario.set-aside@1'>>({ reason: text }),
  'import.record@1': exactly<Data<'import.record@1'>>({
    callId: named,
    sourceName: text,
    kind: oneOf('fiches', 'csv'),
    imported: count(),
    skipped: record(count()),
  }),
  'document.issue@1': exactly<Data<'document.issue@1'>>({
    document: documentKind,
    sha256: text,
    factsDigest: text,
    sessionId: named,
    format: oneOf('pdf', 'docx', 'csv'),
  }),
  'document.issue@2': exactly<Data<'document.issue@2'>>({
    sessionId: nullable(named),
    candidatureId: nullable(named),
    document: documentKind,
    reading: oneOf('full', 'communicable'),
    format: oneOf('pdf', 'docx', 'csv'),
    number: text,
    sha256: text,
    factsDigest: text,
    contentDigest: nullable(text),
    madeAt: text,
    template: nullable(exactly<{ id: string; version: number }>({ id: named, version: count() })),
  }),
  'document.return@1': exactly<ReturnedFile>({
    sha256: text,
    fileName: text,
    on: text,
    kind: oneOf('scan', 'signed-pdf', 'edited-word', 'other'),
    signatures: list(signature),
    differences: list(text),
  }),
  'issuer.change@1': change<'issuer.change@1'>(issuer),
  'instruction.change@1': change<'instruction.change@1'>(instruction),
  'template.add@1': exactly<Data<'template.add@1'>>({
    document: oneOf<DocumentKind | 'letterhead'>(
      'letterhead',
      ...(Object.keys(documentNames) as DocumentKind[]),
    ),
    name: text,
    version,
  }),
  'template.revise@1': exactly<Data<'template.revise@1'>>({ version }),
  'template.use@1': exactly<Data<'template.use@1'>>({ version: nullable(count()) }),
  'aggregate.revert@1': exactly<Data<'aggregate.revert@1'>>({ toVersion: count() }),
}
