import type { AllocationRules, TieBreaker } from '#shared/domain/call/call.ts'
import { instanceTypes, noticeRuleIds } from '#shared/domain/committee/committee.ts'
import type { Envelope, FundingLine, Quota, Restriction } from '#shared/domain/envelope/envelope.ts'
import type { ScenarioLine } from '#shared/domain/envelope/scenario.ts'
import type { Criterion, Grid, GridSection } from '#shared/domain/grid/grid.ts'
import type { OperationData, OperationKind, WrittenRules } from '../operation.ts'
import { awardTerms, someAwardTerms } from './awardTermsShape.ts'
import { change } from './changeShape.ts'
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
  text,
} from './shape.ts'

type CallKind = Extract<
  OperationKind,
  `committee.${string}` | `member.${string}` | `grid.${string}` | `call.${string}` | `scenario.${string}`
>
type Data<K extends CallKind> = OperationData[K]

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
const line = exactly<ScenarioLine>({
  amountCents: count(),
  funding: list(exactly<FundingLine>({ envelopeId: named, amountCents: count() })),
  reason: text,
})

export const callShapes: { readonly [K in CallKind]: Shape<Data<K>> } = {
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
  'call.change@1': change<'call.change@1'>({ ...call, awardTerms: someAwardTerms }),
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
}
