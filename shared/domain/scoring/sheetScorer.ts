import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Criterion, Grid } from '../grid/grid.ts'
import { scaleMaximum } from '../grid/scaleMaximum.ts'
import type { ScoreLine } from '../ranking/ranking.ts'
import { exactFraction } from './exactFraction.ts'
import type { Sheet } from './sheet.ts'

/** A sheet's total as plain integers: `num / den` of 100. Null when no counted criterion has a value. */
export interface SheetSum {
  readonly lines: readonly ScoreLine[]
  readonly total: { readonly num: number; readonly den: number } | null
}

/**
 * [SC1] Prepares a grid once and adds up its sheets in integers:
 * total = Σ(mark / maximum × weight) / Σ weight × 100 over the criteria that count. Every maximum (in hundredths)
 * divides 6 000, so mark × weight × (6 000 / maximum) is an integer; with weights up to 100 000 the sums stay far
 * below 2⁵³. Lines repeat between sheets and are made once per mark.
 */
export function sheetScorer(grid: Pick<Grid, 'sections'>): (sheet: Pick<Sheet, 'marks'>) => SheetSum {
  const columns = criteriaOf(grid).map(prepare)
  return (sheet) => {
    let sum = 0
    let weights = 0
    const lines = columns.map(({ criterion, factor, line }) => {
      const mark = sheet.marks[criterion.code]
      if (!criterion.informative && mark?.kind === 'value') {
        sum += mark.hundredths * factor
        weights += criterion.weight
      }
      return line(mark === undefined ? 'missing' : mark.kind === 'value' ? mark.hundredths : mark.kind)
    })
    return { lines, total: weights === 0 ? null : { num: sum * 100, den: weights * commonMaximum } }
  }
}

/** Least common multiple of the maxima 100, 300, 500, 1 000 and 2 000. */
const commonMaximum = 6_000

type Cell = number | 'missing' | 'not-applicable'

function prepare(criterion: Criterion) {
  const maximum = scaleMaximum(criterion.scale.kind)
  const made = new Map<Cell, ScoreLine>()
  const line = (cell: Cell): ScoreLine => {
    const known = made.get(cell)
    if (known) return known
    const fresh = scoreLine(criterion, maximum, cell)
    made.set(cell, fresh)
    return fresh
  }
  return { criterion, factor: criterion.weight * (commonMaximum / maximum), line }
}

function scoreLine(criterion: Criterion, maximumHundredths: number, cell: Cell): ScoreLine {
  const { code, label, weight, informative } = criterion
  const markHundredths = typeof cell === 'number' ? cell : null
  const outside = informative ? 'informative' : typeof cell === 'number' ? null : cell
  return {
    criterionCode: code,
    label,
    weight,
    markHundredths,
    maximumHundredths,
    outside,
    points:
      outside === null && markHundredths !== null
        ? exactFraction(markHundredths * weight, maximumHundredths)
        : null,
  }
}
