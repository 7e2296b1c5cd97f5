import type { Grid } from '../grid/grid.ts'
import type { CandidatureScore } from '../ranking/ranking.ts'
import { candidatureScorer, type ScoringRecusal, type ScoringRules } from './candidatureScorer.ts'
import type { Sheet } from './sheet.ts'

/**
 * [SC2]-[SC7] The score of one candidature from its sheets and its recusals. Whether the candidature itself is in the
 * running (withdrawn, inadmissible, merged) is for the ranking.
 */
export const scoreCandidature = (
  grid: Grid,
  rules: ScoringRules,
  sheets: readonly Sheet[],
  recusals: readonly ScoringRecusal[],
): CandidatureScore => candidatureScorer(grid, rules)(sheets, recusals)
