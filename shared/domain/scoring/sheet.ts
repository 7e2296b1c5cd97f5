import type { Mark } from '../grid/grid.ts'

/** Who fills a sheet: a member, or the committee as a whole for collegial marking. */
export type EvaluatorId = string
export const collegialEvaluator: EvaluatorId = 'collegial'

/** One evaluator's filled grid on one candidature. Single author; the secretary may key it on the author's behalf. */
export interface Sheet {
  readonly candidatureId: string
  readonly evaluatorId: EvaluatorId
  readonly gridId: string
  /** By criterion code. */
  readonly marks: Readonly<Record<string, Mark>>
  /** `draft` sheets never enter a result; `filed` ones do. */
  readonly status: 'draft' | 'filed'
  /** ISO date on which the author signed the printed sheet; null when not, and again after any change. */
  readonly countersignedOn: string | null
}

export const sheetId = (candidatureId: string, evaluatorId: EvaluatorId): string =>
  `${candidatureId}/${evaluatorId}`
