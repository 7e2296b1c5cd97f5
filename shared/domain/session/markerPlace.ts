import { collegialEvaluator, type EvaluatorId } from '../scoring/sheet.ts'

/**
 * The place of an evaluator in the codes of printed sheets ([SC10]): 0 for the committee as a whole, then from 1 in the
 * order of the identifiers, which is the order of entry, so that a later member changes no code.
 */
export const markerPlace = (memberIds: readonly string[], evaluatorId: EvaluatorId): number =>
  evaluatorId === collegialEvaluator ? 0 : [...memberIds].sort().indexOf(evaluatorId) + 1

/** The evaluator of a place, or null. */
export const markerAt = (memberIds: readonly string[], place: number): EvaluatorId | null =>
  place === 0 ? collegialEvaluator : ([...memberIds].sort()[place - 1] ?? null)
