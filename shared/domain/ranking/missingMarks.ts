import type { CandidatureScore } from './ranking.ts'

export interface MissingMark {
  readonly evaluatorId: string
  readonly criterionCode: string
}

/** Marks that counted sheets do not have: they left the denominator. */
export const missingMarks = (score: Pick<CandidatureScore, 'sheets'>): readonly MissingMark[] =>
  score.sheets
    .filter((sheet) => sheet.excluded === null)
    .flatMap(({ evaluatorId, lines }) =>
      lines.flatMap((line) =>
        line.outside === 'missing' ? { evaluatorId, criterionCode: line.criterionCode } : [],
      ),
    )
