import type { TieBreaker } from './call.ts'

/** The permanent code of a tie-breaker: `criterion:PERT`, `earliest-complete`… Kept in `decidedBy`. */
export const tieBreakerCode = (tieBreaker: TieBreaker): string =>
  tieBreaker.kind === 'criterion' ? `criterion:${tieBreaker.code}` : tieBreaker.kind
