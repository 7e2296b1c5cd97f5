import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Member, Recusal } from '#shared/domain/committee/committee.ts'
import type { Criterion, Grid, Mark, ScaleKind } from '#shared/domain/grid/grid.ts'
import { blankAwardTerms } from '#shared/domain/instruction/instruction.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { cents } from '#shared/kernel/cents.ts'

/** Complete values of the domain with neutral content; a test states only what it is about. */

export const criterion = (code: string, weight: number, set: Partial<Criterion> = {}): Criterion => ({
  code,
  label: `Critère ${code}`,
  guidance: '',
  weight,
  scale: { kind: '0-5', anchors: {} },
  informative: false,
  notApplicableAllowed: true,
  knockoutBelow: null,
  comment: 'optional',
  ...set,
})

export const scaled = (code: string, weight: number, kind: ScaleKind): Criterion =>
  criterion(code, weight, { scale: { kind, anchors: {} } })

export const gridOf = (...criteria: readonly Criterion[]): Grid => ({
  id: 'grid-1',
  label: 'Grille',
  version: 1,
  replaces: null,
  sections: [{ label: 'Projet', criteria }],
  status: 'locked',
})

export const value = (hundredths: number, comment = ''): Mark => ({ kind: 'value', hundredths, comment })
export const notApplicable: Mark = { kind: 'not-applicable', comment: '' }

export const marksOf = (hundredths: Readonly<Record<string, number>>): Readonly<Record<string, Mark>> =>
  Object.fromEntries(Object.entries(hundredths).map(([code, mark]) => [code, value(mark)]))

export const sheetOf = (
  candidatureId: string,
  evaluatorId: string,
  hundredths: Readonly<Record<string, number>>,
  set: Partial<Sheet> = {},
): Sheet => ({
  candidatureId,
  evaluatorId,
  gridId: 'grid-1',
  marks: marksOf(hundredths),
  status: 'filed',
  countersignedOn: null,
  ...set,
})

export const rulesOf = (set: Partial<AllocationRules> = {}): AllocationRules => ({
  envelopeCents: null,
  envelopes: [],
  quotas: [],
  maxRateBasisPoints: null,
  capCents: null,
  aggregation: 'mean',
  minimumEvaluators: 1,
  gapAlertPoints: null,
  minimumScore: null,
  tieBreakers: [],
  atCutLine: 'waiting-list',
  ...set,
})

export const callOf = (rules: Partial<AllocationRules> = {}): Call => ({
  id: 'call-1',
  name: 'Portails 2026',
  scheme: 'Transformation numérique',
  fiscalYear: 2026,
  opensOn: null,
  closesOn: null,
  gridId: 'grid-1',
  rules: rulesOf(rules),
  awardTerms: blankAwardTerms,
})

export const candidatureOf = (number: number, set: Partial<Candidature> = {}): Candidature => ({
  id: `c${number}`,
  dossierId: `d${number}`,
  callId: 'call-1',
  number,
  requestedCents: cents(1_000_00),
  eligibleBaseCents: null,
  taxBasis: null,
  theme: '',
  minimumViableCents: null,
  maximumUsefulCents: null,
  amountAsWritten: '',
  completeOn: null,
  status: 'submitted',
  toCheck: [],
  mergedInto: null,
  importId: null,
  ...set,
})

export const memberOf = (id: string, set: Partial<Member> = {}): Member => ({
  id,
  firstName: 'Camille',
  lastName: id.toUpperCase(),
  capacity: 'membre élue',
  role: 'member',
  voice: 'deliberative',
  inOffice: true,
  substituteOf: null,
  ...set,
})

/** `membersOf(3)` is m01, m02, m03. */
export const membersOf = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, index) => memberOf(memberId(index + 1)))

export const memberId = (number: number): string => `m${String(number).padStart(2, '0')}`

export const recusalOf = (candidatureId: string, recusedId: string, set: Partial<Recusal> = {}): Recusal => ({
  candidatureId,
  memberId: recusedId,
  reason: 'siège au conseil du demandeur',
  legalBasis: '',
  counting: 'numerator',
  status: 'to-assess',
  assessmentReason: '',
  ...set,
})
