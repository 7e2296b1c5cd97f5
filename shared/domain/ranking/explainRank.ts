import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import { isOnScale } from '../grid/isOnScale.ts'
import { scaleStep } from '../grid/scaleStep.ts'
import { candidatureScorer } from '../scoring/candidatureScorer.ts'
import type { Sheet } from '../scoring/sheet.ts'
import { contendersOf } from './contendersOf.ts'
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
  readonly missingMarks: readonly { readonly evaluatorId: string; readonly criterionCode: string }[]
  readonly steps: readonly MarkStep[]
}

/** One mark of one counted sheet, one step of its scale lower or higher, everything else unchanged. */
export interface MarkStep {
  readonly evaluatorId: string
  readonly criterionCode: string
  readonly fromHundredths: number
  readonly toHundredths: number
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
  const steps = possibleSteps(input, sheets, new Set(counted.map((sheet) => sheet.evaluatorId))).map(
    (step) => {
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
    },
  )
  return ok({
    row,
    weightsCounted: Object.fromEntries(
      counted.map((sheet) => [
        sheet.evaluatorId,
        sheet.lines.reduce((sum, line) => sum + (line.outside === null ? line.weight : 0), 0),
      ]),
    ),
    recusedIds: row.score.sheets.flatMap((s) => (s.excluded === 'recused' ? s.evaluatorId : [])),
    missingMarks: counted.flatMap(({ evaluatorId, lines }) =>
      lines.flatMap((line) =>
        line.outside === 'missing' ? { evaluatorId, criterionCode: line.criterionCode } : [],
      ),
    ),
    steps,
  })
}

type Step = Omit<MarkStep, 'newRank' | 'newAwardCents'>

/** Every counted mark one step down then one step up, where the scale goes on. */
const possibleSteps = (
  input: RankingInput,
  sheets: readonly Sheet[],
  countedIds: ReadonlySet<string>,
): readonly Step[] =>
  sheets
    .filter((sheet) => countedIds.has(sheet.evaluatorId) && sheet.gridId === input.grid.id)
    .sort((a, b) => (a.evaluatorId < b.evaluatorId ? -1 : 1))
    .flatMap((sheet) =>
      criteriaOf(input.grid).flatMap(({ code, scale, informative }) => {
        const mark = sheet.marks[code]
        if (mark?.kind !== 'value' || informative) return []
        return [-scaleStep(scale.kind), scaleStep(scale.kind)]
          .map((difference) => mark.hundredths + difference)
          .filter((toHundredths) => isOnScale(scale.kind, toHundredths))
          .map((toHundredths) => ({
            evaluatorId: sheet.evaluatorId,
            criterionCode: code,
            fromHundredths: mark.hundredths,
            toHundredths,
          }))
      }),
    )

const withStep = (sheets: readonly Sheet[], step: Step): readonly Sheet[] =>
  sheets.map((sheet) =>
    sheet.evaluatorId === step.evaluatorId
      ? {
          ...sheet,
          marks: {
            ...sheet.marks,
            [step.criterionCode]: { kind: 'value', hundredths: step.toHundredths, comment: '' },
          },
        }
      : sheet,
  )
