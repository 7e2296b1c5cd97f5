import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import type { OperationData } from '../operation.ts'
import type { Trial } from './trial.ts'

/** Marks are of criteria that their grid has, on the scale that it gives. Comments are asked at the filing, by the use case. */
export function sheetMarksRuling({ operation, rows }: Trial): Ruling {
  if (operation.k !== 'sheet.mark@1' && operation.k !== 'sheet.fill@1') return accepted
  const data = operation.d as unknown as OperationData['sheet.mark@1'] | OperationData['sheet.fill@1']
  const marks: readonly (readonly [string, Mark | null])[] =
    'marks' in data ? Object.entries(data.marks) : [[data.criterionCode, data.mark]]
  const grid = rows.row('aggregate', `grid/${data.gridId}`)?.state as Grid | null | undefined
  if (grid == null) return { verdict: 'invalid', code: 'missing' }
  const criteria = new Map(criteriaOf(grid).map((criterion) => [criterion.code, criterion]))
  const hold = marks.every(([code, mark]) => {
    const criterion = criteria.get(code)
    return criterion !== undefined && (mark === null || checkMarkValue(criterion, mark).ok)
  })
  return hold ? accepted : { verdict: 'invalid', code: 'data' }
}
