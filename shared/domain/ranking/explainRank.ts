import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { candidatureScorer } from '../scoring/candidatureScorer.ts'
import { contendersOf } from './contendersOf.ts'
import { type MarkStep, markSteps, withStep } from './markSteps.ts'
import { type MissingMark, missingMarks } from './missingMarks.ts'
import { placeUnderEnvelope } from './placeUnderEnvelope.ts'
import type { RankedCandidature } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

/** A rank with everything that made it (P4): the sums are in `row.score.sheets`, the tie-breaker in `row.decidedBy`. */
export interface RankReasons {
  readonly row: RankedCandidature
  /** Sum of the weights that count, by evaluator: the denominator of each sheet. */
  readonly weightsCounted: Readonly<Record<string, number>>
  /** Evaluators whose sheet was left out by a recusal. */
  readonly recusedIds: readonly string[]
  /** Counted sheets have these marks missing: they left the denominator. */
  readonly missingMarks: readonly MissingMark[]
  readonly steps: readonly StepOutcome[]
}

/** What one step of one mark gives to its candidature. */
export interface StepOutcome extends MarkStep {
  readonly newRank: number | null
  readonly newAwardCents: Cents
}

/** [RK7] Explains one row of `rank(input)`. Refusal: `entity.missing` when the call does not hold the candidature. */
export function explainRank(input: RankingInput, candidatureId: string): Result<RankReasons> {
  const contenders = contendersOf(input)
  const row = placeUnderEnvelope(contenders, input.call.rules).find(
    (candidate) => candidate.candidatureId === candidatureId,
  )
  if (row === undefined) return refuse('entity.missing', { entity: `candidature/${candidatureId}` })
  const score = candidatureScorer(input.grid, input.call.rules)
  const sheets = input.sheets.filter((sheet) => sheet.candidatureId === candidatureId)
  const recusals = input.recusals.filter((recusal) => recusal.candidatureId === candidatureId)
  const counted = row.score.sheets.filter((sheet) => sheet.excluded === null)
  const steps = markSteps(input.grid, sheets, row.score).map((step) => {
    const rescored = score(withStep(sheets, step), recusals)
    const moved = placeUnderEnvelope(
      contenders.map((contender) =>
        contender.candidature.id === candidatureId
          ? { ...contender, score: { ...rescored, notRanked: contender.score.notRanked } }
          : contender,
      ),
      input.call.rules,
    ).find((candidate) => candidate.candidatureId === candidatureId)
    return {
      ...step,
      newRank: moved?.rank ?? null,
      newAwardCents: moved?.award.amountCents ?? row.award.amountCents,
    }
  })
  return ok({
    row,
    weightsCounted: Object.fromEntries(
      counted.map((sheet) => [
        sheet.evaluatorId,
        sheet.lines.reduce((sum, line) => sum + (line.outside === null ? line.weight : 0), 0),
      ]),
    ),
    recusedIds: row.score.sheets.flatMap((s) => (s.excluded === 'recused' ? s.evaluatorId : [])),
    missingMarks: missingMarks(row.score),
    steps,
  })
}
