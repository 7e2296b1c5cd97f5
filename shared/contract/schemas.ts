import { z } from 'zod'
import { instanceTypes, noticeRuleIds } from '#shared/domain/committee/committee.ts'
import { letterKinds } from '#shared/domain/documents/model.ts'
import { blankAwardTerms } from '#shared/domain/instruction/instruction.ts'
import { issuerKinds } from '#shared/domain/issuer/issuer.ts'
import { cents as toCents } from '#shared/kernel/cents.ts'
import { changesOf } from './changesOf.ts'

/** Shapes that several procedures take. Texts are bounded so that one field cannot fill a commit. */
export const id = z.string().min(1).max(200)
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const line = z.string().max(500)
export const text = z.string().max(100_000)
export const cents = z.number().int().min(0).max(1e13).transform(toCents)

export const committee = z.object({
  name: line.min(1),
  instanceType: z.enum(instanceTypes),
  decidingAuthority: line,
  place: line,
  recusalCounting: z.enum(['numerator', 'numerator-and-denominator']),
  proxiesPerHolder: z.number().int().min(1).max(5).default(1),
  noticeRule: z.enum(noticeRuleIds).default('none'),
  phrases: z.array(z.string().min(1).max(2_000)).max(200).readonly().default([]),
})

export const member = z.object({
  firstName: line,
  lastName: line.min(1),
  capacity: line,
  role: z.enum(['chair', 'secretary', 'member']),
  voice: z.enum(['deliberative', 'consultative']),
  inOffice: z.boolean(),
  substituteOf: id.nullable().default(null),
})

export const tieBreaker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), code: z.string().min(1).max(20) }),
  z.object({ kind: z.literal('earliest-complete') }),
  z.object({ kind: z.literal('lowest-requested') }),
  z.object({ kind: z.literal('lowest-cost-per-inhabitant') }),
])

const restriction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('theme'), values: z.array(line.min(1)).max(100) }),
  z.object({ kind: z.literal('territory'), values: z.array(z.string().min(1).max(5)).max(110) }),
])

export const fundingLines = z.array(z.object({ envelopeId: id, amountCents: cents })).max(50)

export const allocationRules = z.object({
  envelopeCents: cents.nullable(),
  envelopes: z
    .array(
      z.object({
        id,
        label: line.min(1),
        funder: line,
        fiscalYear: z.number().int().min(1900).max(2200),
        amountCents: cents,
        reservedFor: restriction.nullable(),
      }),
    )
    .max(50)
    .default([]),
  quotas: z
    .array(z.object({ id, label: line.min(1), appliesTo: restriction, ceilingCents: cents }))
    .max(50)
    .default([]),
  maxRateBasisPoints: z.number().int().min(0).max(10_000).nullable(),
  capCents: cents.nullable(),
  aggregation: z.enum(['mean', 'median', 'collegial']),
  minimumEvaluators: z.number().int().min(1).max(100),
  gapAlertPoints: z.number().int().min(1).max(100).nullable(),
  minimumScore: z.number().int().min(0).max(100).nullable(),
  tieBreakers: z.array(tieBreaker).max(10),
  atCutLine: z.enum(['partial-award', 'waiting-list']),
})

const pieces = z.array(line.min(1)).max(100).readonly()

/** What the acts of award say beside the amount: of a call, or of one candidature. */
export const awardTerms = z.object({
  nature: z.enum(['operating', 'investment']).nullable(),
  payment: z.string().max(5_000),
  piecesToReturn: pieces,
  lapsesOn: isoDate.nullable(),
  obligations: pieces,
  budgetLine: line,
  eligibleBaseCents: cents.nullable().default(null),
  taxBasis: z.enum(['HT', 'TTC']).nullable().default(null),
  reduction: z
    .object({ legal: z.string().max(5_000), factual: z.string().max(5_000) })
    .default({ legal: '', factual: '' }),
})

export const call = z.object({
  name: line.min(1),
  scheme: line,
  fiscalYear: z.number().int().min(1900).max(2200),
  opensOn: isoDate.nullable(),
  closesOn: isoDate.nullable(),
  gridId: id.nullable(),
  rules: allocationRules,
  awardTerms: awardTerms.default(blankAwardTerms),
})
/** Of a group, the members that change ([UC27]). */
export const callChanges = changesOf(call.extend({ awardTerms: changesOf(awardTerms) }))

export const scale = z.object({
  kind: z.enum(['0-3', '0-5', '0-10', '0-20', 'A-D', 'yes-no']),
  anchors: z.record(z.string(), line),
})

export const criterion = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,11}$/),
  label: line.min(1),
  guidance: z.string().max(5_000),
  weight: z.number().int().min(0).max(1_000),
  scale,
  informative: z.boolean(),
  notApplicableAllowed: z.boolean(),
  knockoutBelow: z.number().int().nullable(),
  comment: z.enum(['optional', 'always', 'extremes']),
})

export const gridContent = z.object({
  label: line.min(1),
  sections: z.array(z.object({ label: line, criteria: z.array(criterion).max(100) })).max(50),
})

const territoryFields = {
  territoryCode: z.string().max(20).nullable(),
  siren: z.string().max(14).nullable(),
  siret: z.string().max(20).nullable(),
  population: z.number().int().min(0).nullable(),
}

export const applicant = z.object({
  name: line.min(1),
  kind: z.enum([
    'commune',
    'epci',
    'departement',
    'region',
    'ccas',
    'association',
    'company',
    'other',
    'unknown',
  ]),
  ...territoryFields,
  department: z.object({ code: z.string().max(5), name: line }).nullable(),
})

export const dossierChanges = changesOf(
  z.object({
    title: line.min(1),
    applicant: changesOf(applicant),
    description: text,
    objectives: text,
    annexes: z.array(line).max(200),
  }),
)

export const candidatureChanges = changesOf(
  z.object({
    requestedCents: cents.nullable(),
    eligibleBaseCents: cents.nullable(),
    taxBasis: z.enum(['HT', 'TTC']).nullable(),
    theme: line,
    minimumViableCents: cents.nullable(),
    maximumUsefulCents: cents.nullable(),
    completeOn: isoDate.nullable(),
    status: z.enum(['submitted', 'withdrawn', 'inadmissible']),
    toCheck: z.array(
      z.enum([
        'amount',
        'amount-zero',
        'applicant',
        'territory',
        'duplicate',
        'department',
        'siret',
        'contact-removed',
      ]),
    ),
  }),
)

export const candidatureQuery = z.object({
  callId: id.nullable(),
  search: z.string().max(200),
  filters: z.object({
    department: z.string().max(5).exactOptional(),
    toCheck: z.boolean().exactOptional(),
    status: z.enum(['submitted', 'withdrawn', 'inadmissible']).exactOptional(),
  }),
  sort: z.enum(['number', 'applicant', 'title', 'department', 'requested', 'status']),
  descending: z.boolean(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
})

export const mark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    hundredths: z.number().int().min(0).max(2_000),
    comment: z.string().max(5_000),
  }),
  z.object({ kind: z.literal('not-applicable'), comment: z.string().max(5_000) }),
])

export const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), text: z.string().max(1_000) }),
  z.object({ kind: z.literal('recovery-code'), text: z.string().max(200) }),
  z.object({ kind: z.literal('quick-unlock') }),
])

export const agendaItem = z
  .object({
    id,
    /** Without one: a free point when it names no candidature, else the examination of that candidature. */
    kind: z.enum(['candidature', 'free', 'hearing', 'milestone']).optional(),
    candidatureId: id.nullable(),
    title: line.min(1),
    rapporteurId: id.nullable(),
    plannedMinutes: z.number().int().min(1).max(600).nullable().default(null),
    theme: line.default(''),
    slot: z.object({ at: hour, guest: line }).nullable().default(null),
    questionerId: id.nullable().default(null),
  })
  .transform(({ kind, ...item }) => ({
    ...item,
    kind: kind ?? (item.candidatureId === null ? ('free' as const) : ('candidature' as const)),
  }))

export const convocation = z
  .object({
    date: isoDate,
    author: line,
    sentBy: z.enum(['post', 'e-mail', 'hand', 'platform']).nullable().default(null),
    proof: line.default(''),
  })
  .nullable()

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)

/** Which hour of a session is corrected. */
const interval = { index: z.number().int().min(0), end: z.enum(['from', 'to']) }
export const hourOfSession = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('movement'), memberId: id, index: z.number().int().min(0) }),
  z.object({ kind: z.literal('decision'), itemId: id }),
  z.object({ kind: z.literal('run'), itemId: id, ...interval }),
  z.object({ kind: z.literal('pause'), ...interval }),
])

export const travel = z.object({
  mode: z.enum(['own-vehicle', 'car-sharing', 'public-transport', 'none']),
  kilometres: z.number().int().min(0).max(3_000),
  fiscalHorsepower: z.number().int().min(1).max(50).nullable(),
})

const ballot = z.enum(['for', 'against', 'abstention', 'not-taking-part'])

/** What the secretary keys when an item is decided; the host adds the room, the quorum and the outcome of the vote. */
export const itemProposal = z.object({
  itemId: id,
  opinion: z.enum(['favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible']),
  amountCents: cents.nullable(),
  conditions: z.string().max(10_000),
  rationale: z.object({ legal: z.string().max(10_000), factual: z.string().max(10_000) }),
  vote: z
    .object({
      method: z.enum(['show-of-hands', 'roll-call', 'secret']),
      for: z.number().int().min(0),
      against: z.number().int().min(0),
      abstention: z.number().int().min(0),
      notTakingPart: z.number().int().min(0),
      named: z.record(z.string(), ballot).nullable(),
      chairBallot: ballot.nullable(),
      disagreements: z.array(z.object({ memberId: id, text: z.string().max(5_000) })),
      /** The chair was shown that the literal reading of the text refuses, and holds the expressed majority enough. */
      expressedMajorityAccepted: z.boolean().exactOptional(),
      blank: z.number().int().min(0).exactOptional(),
      spoiled: z.number().int().min(0).exactOptional(),
      /** Members who asked for this kind of ballot. */
      requestedBy: z.array(id).max(200).exactOptional(),
    })
    .nullable(),
  at: hour,
  waitingList: z.boolean().exactOptional(),
  departure: z.string().max(5_000).exactOptional(),
  funding: fundingLines.exactOptional(),
  /** When each recused member left and came back, unless the movements already say so. */
  recusedHours: z.record(z.string(), z.object({ leftAt: hour, returnedAt: hour })).exactOptional(),
})

export const rectification = z.object({
  itemId: id.nullable(),
  reason: z.string().max(5_000),
  text: z.string().max(20_000),
  corrected: z
    .object({
      opinion: z.enum(['favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible']),
      amountCents: cents.nullable(),
      conditions: z.string().max(10_000),
      rationale: z.object({ legal: z.string().max(10_000), factual: z.string().max(10_000) }),
    })
    .nullable(),
})

export const documentKind = z.enum([
  'minutes',
  'ranking',
  'decision-record',
  'rectification',
  'resolution',
  'closing-leaf',
  'examined-list',
  'convocation',
  'attendance-sheet',
  'mark-sheets',
  'expenses',
  'attendance-certificates',
  'report',
  'award-order',
  'agreement',
  'disclosure-log',
  ...letterKinds,
])
export const documentFormat = z.enum(['pdf', 'docx', 'csv'])
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Which document: of a session, of a candidature, or of a candidature in a session. */
export const documentRequest = {
  sessionId: id.nullable(),
  candidatureId: id.nullable().default(null),
  document: documentKind,
  format: documentFormat,
  reading: z.enum(['full', 'communicable']).default('full'),
} as const

export const templateTarget = z.union([documentKind, z.literal('letterhead')])

const contactPerson = z.object({ name: line, capacity: line, address: line, phone: line, email: line })

export const issuer = z.object({
  name: line,
  kind: z.enum(issuerKinds),
  siret: line,
  address: z.string().max(1_000),
  town: line,
  phone: line,
  email: line,
  website: line,
  service: line,
  agent: contactPerson,
  signatory: z.object({ name: line, capacity: line }),
  appealTo: line,
  court: z.object({ name: line, address: line }),
})
export const issuerChanges = changesOf(
  issuer.extend({
    agent: changesOf(issuer.shape.agent),
    signatory: changesOf(issuer.shape.signatory),
    court: changesOf(issuer.shape.court),
  }),
)

export const instruction = z.object({
  receivedOn: isoDate.nullable(),
  pieceRequests: z
    .array(z.object({ askedOn: isoDate, deadline: isoDate, pieces, receivedOn: isoDate.nullable() }))
    .max(50)
    .readonly(),
  strengths: text,
  weaknesses: text,
  analysis: text,
  proposal: z
    .object({ opinion: z.enum(['favourable', 'reserved', 'unfavourable']), amountCents: cents.nullable() })
    .nullable(),
  inadmissibility: z.object({ legal: z.string().max(5_000), factual: z.string().max(5_000) }).nullable(),
  correspondent: z.object({
    civility: z.enum(['', 'Madame', 'Monsieur']),
    name: line,
    capacity: line,
    address: z.string().max(1_000),
    email: line,
    place: z.enum(['metropole', 'overseas', 'abroad']).nullable(),
    isNaturalPerson: z.boolean(),
  }),
  award: awardTerms,
  agreement: z.object({
    clauses: z.array(id).max(100).readonly().nullable(),
    authorisation: line,
    iban: line,
    startsOn: isoDate.nullable(),
    endsOn: isoDate.nullable(),
  }),
  notifiedOn: isoDate.nullable(),
})
export const instructionChanges = changesOf(
  instruction.extend({
    inadmissibility: changesOf(instruction.shape.inadmissibility.unwrap()).nullable(),
    correspondent: changesOf(instruction.shape.correspondent),
    award: changesOf(instruction.shape.award),
    agreement: changesOf(instruction.shape.agreement),
  }),
)

export const decisionAct = z.object({
  nature: z.enum(['deliberation', 'arrete', 'decision']),
  number: line.min(1),
  date: isoDate,
  authority: line.min(1),
  transmittedOn: isoDate.nullable(),
  publishedOn: isoDate.nullable(),
})

/** The next step of the minutes, or one step back while nothing was published. */
export const minutesStep = z.discriminatedUnion('to', [
  z.object({ to: z.literal('submitted'), on: isoDate }),
  z.object({ to: z.literal('settled'), on: isoDate }),
  z.object({ to: z.literal('signed'), on: isoDate, by: z.array(line.min(1)).min(1).max(10) }),
  z.object({ to: z.literal('published'), on: isoDate, where: line.min(1) }),
  z.object({ to: z.literal('back') }),
])
