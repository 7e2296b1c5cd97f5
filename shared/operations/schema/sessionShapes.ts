import type { FundingLine } from '#shared/domain/envelope/envelope.ts'
import type { SessionHour } from '#shared/domain/session/correctHour.ts'
import type {
  DecisionAct,
  Interval,
  ItemOutcome,
  MinutesState,
  QuorumCount,
  Rectification,
  Travel,
} from '#shared/domain/session/session.ts'
import type {
  OperationData,
  OperationKind,
  WrittenAgendaItem,
  WrittenConvocation,
  WrittenOutcome,
  WrittenProxy,
  WrittenVote,
} from '../operation.ts'
import {
  count,
  either,
  exactly,
  flag,
  integer,
  list,
  named,
  nullable,
  oneOf,
  record,
  type Shape,
  some,
  text,
} from './shape.ts'

type SessionKind = Extract<OperationKind, `session.${string}`>
type Data<K extends SessionKind> = OperationData[K]

const convocation = exactly<WrittenConvocation>(
  { date: text, author: text, sentBy: nullable(oneOf('post', 'e-mail', 'hand', 'platform')), proof: text },
  ['sentBy', 'proof'],
)
const interval = exactly<Interval>({ from: text, to: nullable(text) })
const proxy = exactly<WrittenProxy>({ giverId: named, holderId: named, date: text, signed: flag }, ['signed'])
const opinion = oneOf('favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible')
const rationale = exactly<ItemOutcome['rationale']>({ legal: text, factual: text })
const funding = list(exactly<FundingLine>({ envelopeId: named, amountCents: count() }))
const quorum = exactly<QuorumCount>({
  inOffice: count(),
  present: count(),
  represented: count(),
  counted: integer,
  base: integer,
  required: count(),
  reached: flag,
  applies: flag,
})
const vote = exactly<WrittenVote>(
  {
    method: oneOf('show-of-hands', 'roll-call', 'secret'),
    for: count(),
    against: count(),
    abstention: count(),
    notTakingPart: count(),
    blank: count(),
    spoiled: count(),
    requestedBy: list(named),
    named: nullable(record(oneOf('for', 'against', 'abstention', 'not-taking-part'))),
    castingVote: flag,
    adopted: flag,
    disagreements: list(exactly<{ memberId: string; text: string }>({ memberId: named, text })),
  },
  ['blank', 'spoiled', 'requestedBy'],
)
const outcome = exactly<WrittenOutcome>(
  {
    opinion,
    amountCents: nullable(count()),
    conditions: text,
    rationale,
    vote: nullable(vote),
    quorum,
    presentIds: list(named),
    recused: list(
      exactly<ItemOutcome['recused'][number]>({
        memberId: named,
        leftAt: text,
        returnedAt: text,
        counting: oneOf('numerator', 'numerator-and-denominator'),
      }),
    ),
    proxies: list(proxy),
    decidedAt: text,
    waitingList: flag,
    departure: text,
    funding,
  },
  ['waitingList', 'departure', 'funding'],
)
const agenda = list(
  exactly<WrittenAgendaItem>(
    {
      id: named,
      kind: oneOf('candidature', 'free', 'hearing', 'milestone'),
      candidatureId: nullable(named),
      title: text,
      rapporteurId: nullable(named),
      plannedMinutes: nullable(count()),
      theme: text,
      slot: nullable(exactly<{ at: string; guest: string }>({ at: text, guest: text })),
      questionerId: nullable(named),
      debate: text,
      draft: text,
      runs: list(interval),
      marksRevealedAt: nullable(text),
      outcome: nullable(outcome) as Shape<ItemOutcome | null>,
    },
    [
      'kind',
      'plannedMinutes',
      'theme',
      'slot',
      'questionerId',
      'debate',
      'draft',
      'runs',
      'marksRevealedAt',
      'outcome',
    ],
  ),
)
const travel = exactly<Travel>({
  mode: oneOf('own-vehicle', 'car-sharing', 'public-transport', 'none'),
  kilometres: count(),
  fiscalHorsepower: nullable(count()),
})
const at = exactly<{ at: string }>({ at: text })
const end = oneOf('from', 'to')
const hour = either<SessionHour>(
  exactly({ kind: oneOf('opening') }),
  exactly({ kind: oneOf('movement'), memberId: named, index: count() }),
  exactly({ kind: oneOf('decision'), itemId: named }),
  exactly({ kind: oneOf('run'), itemId: named, index: count(), end }),
  exactly({ kind: oneOf('pause'), index: count(), end }),
)

export const sessionShapes: { readonly [K in SessionKind]: Shape<Data<K>> } = {
  'session.plan@1': exactly<Data<'session.plan@1'>>(
    {
      callId: named,
      date: text,
      place: text,
      secondConvocation: flag,
      convocation: nullable(convocation),
      agenda,
      startsAt: nullable(text),
    },
    ['startsAt'],
  ),
  'session.change@1': exactly<Data<'session.change@1'>>({
    set: some<Data<'session.change@1'>['set']>({
      date: text,
      startsAt: nullable(text),
      place: text,
      secondConvocation: flag,
      sealedMarks: flag,
      discussion: text,
      chairId: nullable(named),
      secretaryId: nullable(named),
      convocation: nullable(convocation),
      agenda,
    }),
  }),
  'session.attend@1': exactly<Data<'session.attend@1'>>({
    memberId: named,
    status: oneOf('present', 'excused', 'absent'),
  }),
  'session.move@1': exactly<Data<'session.move@1'>>({
    memberId: named,
    kind: oneOf('arrives', 'leaves'),
    at: text,
    itemId: nullable(named),
  }),
  'session.give-proxy@1': proxy,
  'session.sign-proxy@1': exactly<Data<'session.sign-proxy@1'>>({ giverId: named, signed: flag }),
  'session.withdraw-proxy@1': exactly<Data<'session.withdraw-proxy@1'>>({ giverId: named }),
  'session.open@1': exactly<Data<'session.open@1'>>({ at: text, chairId: named, secretaryId: named }),
  'session.write-debate@1': exactly<Data<'session.write-debate@1'>>({ itemId: named, text }),
  'session.keep-draft@1': exactly<Data<'session.keep-draft@1'>>({ itemId: named, draft: text }),
  'session.decide@1': exactly<Data<'session.decide@1'>>({ itemId: named, outcome: nullable(outcome) }),
  'session.amend@1': exactly<Data<'session.amend@1'>>({ itemId: named, outcome, reason: text }),
  'session.substitute@1': exactly<Data<'session.substitute@1'>>({
    memberId: named,
    substituteId: nullable(named),
  }),
  'session.travel@1': exactly<Data<'session.travel@1'>>({ memberId: named, travel: nullable(travel) }),
  'session.point@1': exactly<Data<'session.point@1'>>({ itemId: nullable(named), at: text }),
  'session.pause@1': at,
  'session.resume@1': at,
  'session.reveal@1': exactly<Data<'session.reveal@1'>>({ itemId: named, at: text }),
  'session.correct-hour@1': exactly<Data<'session.correct-hour@1'>>({ what: hour, at: text, reason: text }),
  'session.explain@1': exactly<Data<'session.explain@1'>>({ check: named, text }),
  'session.rectify@1': exactly<Rectification>({
    number: text,
    date: text,
    reason: text,
    itemId: nullable(named),
    corrected: nullable(
      exactly<NonNullable<Rectification['corrected']>>({
        opinion,
        amountCents: nullable(count()),
        conditions: text,
        rationale,
      }),
    ),
    text,
    factsDigest: text,
  }),
  'session.close@1': exactly<Data<'session.close@1'>>({ at: text, number: text, factsDigest: text }),
  'session.minutes@1': exactly<MinutesState>({
    submittedOn: nullable(text),
    settledOn: nullable(text),
    signedOn: nullable(text),
    signedBy: list(text),
    publishedOn: nullable(text),
    publishedAt: text,
  }),
  'session.record-act@1': exactly<Data<'session.record-act@1'>>({
    act: nullable(
      exactly<DecisionAct>({
        nature: oneOf('deliberation', 'arrete', 'decision'),
        number: text,
        date: text,
        authority: text,
        transmittedOn: nullable(text),
        publishedOn: nullable(text),
      }),
    ),
  }),
}
