import { z } from 'zod'
import * as s from '#shared/contract/schemas.ts'

/** The shape of `resources/example/example.json`: facts and inventions, with short keys instead of ids. */
const candidature = z.object({
  number: z.number().int().min(1),
  title: s.line,
  applicant: s.applicant,
  description: s.text,
  objectives: s.text,
  annexes: z.array(s.line),
  requestedCents: s.cents,
  eligibleBaseCents: s.cents.nullable(),
  taxBasis: z.enum(['HT', 'TTC']).nullable(),
})

const call = z.object({
  key: s.id,
  ...s.call.omit({ gridId: true }).shape,
  /** A shipped grid and, by criterion code, the mark in hundredths below which it knocks out. */
  grid: z.object({ shipped: s.id, knockouts: z.record(s.id, z.number().int()) }),
  /** Codes of the criteria in the order of the digits of `marks`. */
  criteria: z.array(s.id),
  candidatures: z.array(candidature),
  recusals: z.array(
    z.object({
      candidature: z.number().int(),
      member: s.id,
      reason: s.line,
      legalBasis: s.line,
      assessment: s.line,
    }),
  ),
  /** By member, then by number of candidature: one character per criterion, « - » for a criterion left unmarked. */
  marks: z.record(s.id, z.record(z.string(), s.line)),
  comments: z.array(z.object({ member: s.id, candidature: z.number().int(), criterion: s.id, text: s.line })),
})

const sessionItem = z.object({
  candidature: z.number().int(),
  rapporteur: s.id,
  debate: s.text,
  at: s.hour,
  /** Recused members leave before the item and come back after the vote. */
  recused: z.array(z.object({ member: s.id, leftAt: s.hour })),
  opinion: s.itemProposal.shape.opinion,
  amountCents: s.cents.nullable(),
  /** Kept in reserve, in rank order. */
  waitingList: z.boolean().default(false),
  conditions: s.text,
  legal: s.text,
  factual: s.text,
  vote: z.object({ for: z.number(), against: z.number(), abstention: z.number() }).nullable(),
  disagreements: z.array(z.object({ member: s.id, text: s.line })),
})

/** What the service keyed of a candidature after the session. */
const instruction = z.object({
  candidature: z.number().int(),
  receivedOn: s.isoDate,
  capacity: s.line,
  address: s.text,
  eligibleBaseCents: s.cents.nullable().default(null),
  taxBasis: z.enum(['HT', 'TTC']).nullable().default(null),
  pieceRequest: z
    .object({ askedOn: s.isoDate, deadline: s.isoDate, pieces: z.array(s.line) })
    .nullable()
    .default(null),
  reduction: z.object({ legal: s.text, factual: s.text }).nullable().default(null),
  report: z
    .object({
      strengths: s.text,
      weaknesses: s.text,
      analysis: s.text,
      opinion: z.enum(['favourable', 'reserved', 'unfavourable']),
      amountCents: s.cents.nullable(),
    })
    .nullable()
    .default(null),
  agreement: z
    .object({ authorisation: s.line, startsOn: s.isoDate, endsOn: s.isoDate })
    .nullable()
    .default(null),
})

export const exampleSchema = z.object({
  notice: s.line,
  committee: s.committee,
  /** Full members first; `substituteOf` is the key of the member whose place a substitute may take. */
  members: z.array(z.object({ key: s.id, ...s.member.omit({ inOffice: true }).shape })),
  calls: z.array(call).min(1),
  closedSession: z.object({
    call: s.id,
    date: s.isoDate,
    startsAt: s.hour,
    place: s.line,
    convocation: s.convocation,
    attendance: z.array(z.object({ member: s.id, status: z.enum(['present', 'excused', 'absent']) })),
    proxies: z.array(z.object({ giver: s.id, holder: s.id, date: s.isoDate, signed: z.boolean() })),
    travels: z.array(z.object({ member: s.id, ...s.travel.shape })),
    openedAt: s.hour,
    chair: s.id,
    secretary: s.id,
    discussion: s.text,
    items: z.array(sessionItem),
    closedAt: s.hour,
  }),
  /** Who signs, the act that followed, and what was keyed of each candidature, so that every letter can leave. */
  paperwork: z.object({
    issuer: s.issuer,
    act: s.decisionAct,
    awardTerms: s.awardTerms,
    instructions: z.array(instruction),
  }),
  plannedSession: z.object({
    call: s.id,
    date: s.isoDate,
    startsAt: s.hour,
    place: s.line,
    convocation: s.convocation,
  }),
})

export type Example = z.output<typeof exampleSchema>
export type ExampleCall = Example['calls'][number]
export type ExamplePaperwork = Example['paperwork']
export type ExampleSession = Example['closedSession']
