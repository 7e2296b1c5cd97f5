import loadHighs, { type Highs } from 'highs'
import type { AllocationProblem, AllocationSolution } from '#shared/domain/envelope/allocationProblem.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AllocationSolver } from '#shared/usecases/allocation/solver.ts'
import { type AllocationModel, allocationModel } from './allocationModel.ts'
import { type LinearModel, maximise, type Row } from './linearModel.ts'
import { scoreDigits } from './scoreDigits.ts'

/**
 * The best total by HiGHS (WebAssembly, in this process: a second or so for 200 candidatures). The scores are maximised
 * first, digit by digit when they are too fine for the solver's arithmetic, then the amount at that score.
 */
export function highsSolver(): AllocationSolver {
  // Loaded at the first optimum: most sessions never ask for one.
  let loading: Promise<Highs> | null = null
  return {
    async solve(problem) {
      if (problem.candidates.length === 0) return ok({})
      try {
        loading ??= loadHighs()
        return solveWith(await loading, problem)
      } catch {
        // Out of memory, or numbers it cannot hold: a fresh instance next time.
        loading = null
        return refuse('allocation.not-proven')
      }
    },
  }
}

function solveWith(highs: Highs, problem: AllocationProblem): Result<AllocationSolution> {
  const atBestScore = bestScore(highs, problem)
  if (atBestScore === null) return refuse('allocation.not-proven')
  const model = allocationModel(problem, 'chosen-amounts')
  const best = mostGiven(highs, { ...atBestScore(model), objective: model.amount }, model.chosen)
  if (best === null) return refuse('allocation.not-proven')
  return ok(
    Object.fromEntries(
      problem.candidates.flatMap(({ candidatureId }, index) => {
        const amount = model.amountOf(index, best)
        return amount > 0 ? [[candidatureId, cents(amount)]] : []
      }),
    ),
  )
}

/**
 * Whole cents make a search far longer than it need be. So first without them: whoever is chosen then is given whole
 * cents, and when that comes within a cent of the bound nothing can be better. Else the long search.
 */
function mostGiven(highs: Highs, model: LinearModel, chosen: readonly number[]): readonly number[] | null {
  const amounts = [...model.objective.keys()].filter((column) => !chosen.includes(column))
  if (amounts.length === 0) return provenMaximum(highs, model)
  const divisible = maximise(highs, {
    ...model,
    columns: model.columns.map((column, index) =>
      amounts.includes(index) ? { ...column, isInteger: false } : column,
    ),
  })
  if (divisible === null) return provenMaximum(highs, model)
  const whole = provenMaximum(highs, {
    ...model,
    columns: model.columns.map((column, index) => {
      if (!chosen.includes(index)) return column
      const value = Math.round(divisible.values[index] ?? 0)
      return { ...column, lower: value, upper: value }
    }),
  })
  const isBest = whole !== null && valueOf(model.objective, whole) > divisible.bound - 1
  return isBest ? whole : provenMaximum(highs, model)
}

/** Adds to a model the rows that hold it at the best score; null when that score could not be proven. */
type AtBestScore = (model: AllocationModel) => Pick<LinearModel, 'columns' | 'rows'>

/**
 * Stage by stage, from the highest digits. What the digits so far add up to may fall short of their own maximum by less
 * than the number of candidates, as lower digits may bring no more: `slack` says by how much, and weighs a whole `base`
 * of the next digit. Each stage has small coefficients, whatever the size of the scores.
 */
function bestScore(highs: Highs, problem: AllocationProblem): AtBestScore | null {
  const { base, digits } = scoreDigits(problem.candidates.map(({ score }) => score))
  const best: number[] = []
  const upTo = (stage: number, model: AllocationModel): StagedScore => {
    const columns = [...model.columns]
    const rows: Row[] = [...model.rows]
    let terms = new Map<number, number>()
    for (let at = 0; at <= stage; at++) {
      for (const [index, column] of model.chosen.entries()) terms.set(column, digits[at]?.[index] ?? 0)
      const reached = best[at]
      if (reached === undefined) break
      const slack = columns.length
      const isLast = at === digits.length - 1
      columns.push({ lower: 0, upper: isLast ? 0 : problem.candidates.length, isInteger: true })
      rows.push({ lower: reached, upper: reached, terms: new Map([...terms, [slack, 1]]) })
      terms = new Map([[slack, -base]])
    }
    return { columns, rows, terms }
  }
  for (const stage of digits.keys()) {
    const { columns, rows, terms } = upTo(stage, allocationModel(problem, 'least-amounts'))
    const found = provenMaximum(highs, { columns, rows, objective: terms })
    if (found === null) return null
    best.push(valueOf(terms, found))
  }
  return (model) => upTo(digits.length - 1, model)
}

interface StagedScore extends Pick<LinearModel, 'columns' | 'rows'> {
  readonly terms: ReadonlyMap<number, number>
}

/** Integers by column, where no integer solution is better; continuous columns are rounded too and mean nothing. */
function provenMaximum(highs: Highs, model: LinearModel): readonly number[] | null {
  const found = maximise(highs, model)
  return found && model.columns.map((_, index) => Math.round(found.values[index] ?? 0))
}

const valueOf = (terms: ReadonlyMap<number, number>, values: readonly number[]): number =>
  [...terms].reduce((sum, [column, weight]) => sum + weight * (values[column] ?? 0), 0)
