import { z } from 'zod'
import { instanceTypes } from '#shared/domain/committee/committee.ts'
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
})

export const member = z.object({
  firstName: line,
  lastName: line.min(1),
  capacity: line,
  role: z.enum(['chair', 'secretary', 'member']),
  voice: z.enum(['deliberative', 'consultative']),
  inOffice: z.boolean(),
})

export const tieBreaker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), code: z.string().min(1).max(20) }),
  z.object({ kind: z.literal('earliest-complete') }),
  z.object({ kind: z.literal('lowest-requested') }),
  z.object({ kind: z.literal('lowest-cost-per-inhabitant') }),
])

export const allocationRules = z.object({
  envelopeCents: cents.nullable(),
  maxRateBasisPoints: z.number().int().min(0).max(10_000).nullable(),
  capCents: cents.nullable(),
  aggregation: z.enum(['mean', 'median', 'collegial']),
  minimumEvaluators: z.number().int().min(1).max(100),
  gapAlertPoints: z.number().int().min(1).max(100).nullable(),
  minimumScore: z.number().int().min(0).max(100).nullable(),
  tieBreakers: z.array(tieBreaker).max(10),
  atCutLine: z.enum(['partial-award', 'waiting-list']),
})

export const call = z.object({
  name: line.min(1),
  scheme: line,
  fiscalYear: z.number().int().min(1900).max(2200),
  opensOn: isoDate.nullable(),
  closesOn: isoDate.nullable(),
  gridId: id.nullable(),
  rules: allocationRules,
})

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
    applicant,
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

export const agendaItem = z.object({
  id,
  candidatureId: id.nullable(),
  title: line.min(1),
  rapporteurId: id.nullable(),
})

export const convocation = z.object({ date: isoDate, author: line }).nullable()

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
    })
    .nullable(),
  at: hour,
  /** When each recused member left and came back, unless the movements already say so. */
  recusedHours: z.record(z.string(), z.object({ leftAt: hour, returnedAt: hour })).exactOptional(),
})

export const documentKind = z.enum(['minutes', 'ranking', 'decision-record'])
export const documentFormat = z.enum(['pdf', 'docx', 'csv'])
