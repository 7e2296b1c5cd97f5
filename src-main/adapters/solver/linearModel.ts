import type { Highs } from 'highs'

export interface Column {
  readonly lower: number
  readonly upper: number
  readonly isInteger: boolean
}

export interface Row {
  readonly lower: number
  readonly upper: number
  /** Column index to coefficient; zeros are left out. */
  readonly terms: ReadonlyMap<number, number>
}

export interface LinearModel {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** By column index. */
  readonly objective: ReadonlyMap<number, number>
}

export interface ProvenMaximum {
  /** By column index, as the solver has them: integers up to its tolerance. */
  readonly values: ArrayLike<number>
  /** No solution is above it; may stay above the maximum by less than the next value there could be. */
  readonly bound: number
}

/** Maximises with gap 0; null when optimality was not proven within the time. Equal models give equal answers. */
export function maximise(highs: Highs, { columns, rows, objective }: LinearModel): ProvenMaximum | null {
  const { objectiveSense, variableType, modelStatus } = highs.constants
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [column, coefficient] of terms)
      if (coefficient !== 0) {
        indices.push(column)
        values.push(coefficient)
      }
    starts.push(indices.length)
  }
  const size = { numRows: rows.length, numCols: columns.length }
  return highs.withModel(
    {
      ...size,
      sense: objectiveSense.maximize,
      colCost: columns.map((_, index) => objective.get(index) ?? 0),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: { format: 'csr', ...size, starts, indices, values },
      integrality: columns.map(({ isInteger }) =>
        isInteger ? variableType.integer : variableType.continuous,
      ),
    },
    (model) => {
      model.options.set(exact)
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) return null
      return { values: model.getSolution().colValue, bound: Number(model.info.get('mip_dual_bound')) }
    },
  )
}

/** Rows are written so that one cent, or one point, stands far above these tolerances. */
const exact = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-7,
  primal_feasibility_tolerance: 1e-7,
  random_seed: 0,
  /** Seconds: nobody waits longer in a meeting. */
  time_limit: 15,
}
