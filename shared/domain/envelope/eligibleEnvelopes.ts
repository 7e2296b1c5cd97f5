import { admits, type FundingFacts } from './admits.ts'
import type { Envelope } from './envelope.ts'

/** [EN11] The envelopes that may serve a candidature, the most restricted first, then in the order of the rules. */
export const eligibleEnvelopes = (envelopes: readonly Envelope[], facts: FundingFacts): readonly Envelope[] =>
  envelopes
    .filter(({ reservedFor }) => admits(reservedFor, facts))
    .sort((a, b) => (breadth(a) === breadth(b) ? 0 : breadth(a) - breadth(b)))

/** How many values a reserve names: the fewer, the fewer candidatures it may serve. */
const breadth = ({ reservedFor }: Envelope): number => reservedFor?.values.length ?? Number.POSITIVE_INFINITY
