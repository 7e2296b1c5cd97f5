import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import { checkFiling } from '#shared/domain/scoring/checkFiling.ts'
import { sheetId } from '#shared/domain/scoring/sheet.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { UseCaseContext } from '../ports.ts'
import { fileWithin } from './sheets.ts'

/** What a table says of one sheet. */
export interface KeyedSheet {
  readonly candidatureId: string
  readonly evaluatorId: string
  /** By criterion code; the other marks of the sheet stay. */
  readonly marks: Readonly<Record<string, Mark>>
}

export interface WrittenSheets {
  readonly sheets: number
  readonly marks: number
  /** Criteria left without mark on the sheets: they leave the denominator. */
  readonly missingMarks: number
}

/**
 * The marks of several sheets in one act, all of them or none. A filed sheet is reopened first; with `fileSheets` all
 * are filed, else they stay drafts. Refusals: those of `checkFiling`.
 */
export const writeSheets = (
  context: UseCaseContext,
  label: string,
  grid: Grid,
  sheets: readonly KeyedSheet[],
  fileSheets: boolean,
): Result<WrittenSheets> =>
  context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    let marks = 0
    let missingMarks = 0
    for (const { marks: keyed, ...key } of sheets) {
      const id = sheetId(key.candidatureId, key.evaluatorId)
      const entity = entityOf('sheet', id)
      if (transaction.load('sheet', id)?.state.status === 'filed') {
        const reason = { reason: 'Saisie par tableau' }
        const reopened = transaction.emit('sheet.reopen@1', entity, reason, key.evaluatorId)
        if (!reopened.ok) return reopened
      }
      const data = { gridId: grid.id, marks: keyed }
      const filled = transaction.emit('sheet.fill@1', entity, data, key.evaluatorId)
      if (!filled.ok) return filled
      marks += Object.keys(keyed).length
      const sheet = loadOrRefuse(transaction, 'sheet', id)
      if (!sheet.ok) return sheet
      missingMarks += criteriaOf(grid).length - Object.keys(sheet.value.marks).length
      if (!fileSheets) continue
      const ready = checkFiling(grid, sheet.value)
      if (!ready.ok) return ready
      const filed = fileWithin(transaction, grid, key)
      if (!filed.ok) return filed
    }
    return ok({ sheets: sheets.length, marks, missingMarks })
  })
