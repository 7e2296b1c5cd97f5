import type { InputOf } from '#shared/contract/contract.ts'

/** The rules of a call that nobody has written yet: no limit, mean of the sheets, one reading is enough. */
export const rulesByDefault = {
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
  atCutLine: 'partial-award',
} satisfies InputOf<'call.open'>['rules']
