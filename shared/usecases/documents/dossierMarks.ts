import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { RankedCandidature } from '#shared/domain/ranking/ranking.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { multiply, rational, toFixedHalfUp } from '#shared/kernel/rational.ts'
import type { CallRanking } from '../ranking/rankingOfCall.ts'

/**
 * How a candidature was marked, for its report: totals, means, and what was written, without a name. Null while no sheet
 * counts or while its marks are sealed. `sheets`: those that the ranking read, of this candidature.
 */
export function dossierMarks(
  { input: { grid } }: CallRanking,
  { rank, score }: RankedCandidature,
  sheets: readonly Sheet[],
): DossierFacts['marks'] {
  const counted = new Set(
    score.sheets.filter(({ excluded }) => excluded === null).map(({ evaluatorId }) => evaluatorId),
  )
  if (counted.size === 0) return null
  const marks = sheets.filter(({ evaluatorId }) => counted.has(evaluatorId)).map((sheet) => sheet.marks)
  return {
    total: score.total === null ? null : toFixedHalfUp(score.total, 2),
    rank,
    sheets: counted.size,
    criteria: criteriaOf(grid).map(({ code, label, weight }) => {
      const mean = score.byCriterion[code]
      return {
        label,
        weight,
        mean: mean === undefined ? null : toFixedHalfUp(multiply(mean, rational(100)), 2),
        comments: marks.map((of) => of[code]?.comment.trim() ?? '').filter((comment) => comment !== ''),
      }
    }),
  }
}
