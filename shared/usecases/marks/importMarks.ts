import { counted } from '#shared/domain/documents/typography.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import { collegialEvaluator, sheetId } from '#shared/domain/scoring/sheet.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { MarkRow, Reader, ReadMarksTable, UseCaseContext } from '../ports.ts'
import { evaluatorKeyed, firstFaults, markKeyed, recusalFault } from './keyedMark.ts'
import { type KeyedSheet, type WrittenSheets, writeSheets } from './writeSheets.ts'

/**
 * Many members' marks in one act: all of them, or none with the lines at fault. With `fileSheets` the touched sheets
 * are filed, else they stay drafts. A row without value is a missing mark and writes nothing. Refusals:
 * `import.lines-refused` with `lines`, those of `gridOfCall`, `session.closed`.
 */
export async function importMarks(
  context: UseCaseContext,
  readTable: ReadMarksTable,
  input: { callId: string; path: string; fileSheets: boolean },
): Promise<Result<WrittenSheets>> {
  const call = loadOrRefuse(context.file, 'call', input.callId)
  if (!call.ok) return call
  const grid = gridOfCall(context.file, input.callId)
  if (!grid.ok) return grid
  const table = await readTable(input.path)
  if (!table.ok) return table
  const collegial = call.value.rules.aggregation === 'collegial'
  const read = table.value.rows.map((row) => readRow(context.file, grid.value, row, input.callId, collegial))
  const faults = [
    ...table.value.errors.map(({ line, problem }) => fault(line, rowProblems[problem] ?? problem)),
    ...read.flatMap((row) => ('fault' in row ? [row.fault] : [])),
    ...repeatedMarks(read),
    ...(input.fileSheets ? missingComments(grid.value, read) : []),
  ]
  if (faults.length > 0) return refuse('import.lines-refused', { lines: firstFaults(faults) })
  const sheets = sheetsOf(read)
  if (sheets.length === 0) return refuse('sheet.empty')
  const frozen = refuseIfFrozen(
    context,
    sheets.map(({ candidatureId }) => candidatureId),
  )
  if (!frozen.ok) return frozen
  const label = `Saisie de ${counted(sheets.length, 'fiche', 'fiches')} d’évaluation`
  return writeSheets(context, label, grid.value, sheets, input.fileSheets)
}

interface KeyedMark {
  readonly line: number
  readonly candidatureId: string
  readonly evaluatorId: string
  readonly criterionCode: string
  readonly mark: Mark
}

type ReadRow = KeyedMark | { readonly fault: string } | { readonly empty: true }

function readRow(reader: Reader, grid: Grid, row: MarkRow, callId: string, collegial: boolean): ReadRow {
  const { line } = row
  if (row.value.trim() === '') return { empty: true }
  const number = Number(row.candidatureNumber)
  const candidatureId = reader.candidatureNumbered(callId, number)
  if (candidatureId === null)
    return { fault: fault(line, `pas de candidature n° ${row.candidatureNumber} dans l’appel`) }
  const evaluator = collegial
    ? { evaluatorId: collegialEvaluator }
    : evaluatorKeyed(reader.all('member'), row.member)
  if ('fault' in evaluator) return { fault: fault(line, evaluator.fault) }
  const { evaluatorId } = evaluator
  const recused = recusalFault(reader, { id: candidatureId, number }, evaluatorId, row.member)
  if (recused) return { fault: fault(line, recused.fault) }
  const code = row.criterionCode.trim().toUpperCase()
  const criterion = criteriaOf(grid).find((known) => known.code === code)
  if (!criterion) return { fault: fault(line, `critère inconnu : « ${row.criterionCode} »`) }
  const keyed = markKeyed(criterion, row.value, row.comment)
  if ('fault' in keyed) return { fault: fault(line, keyed.fault) }
  return { line, candidatureId, evaluatorId, criterionCode: code, mark: keyed.mark }
}

/** Two rows for one cell of one sheet: which one counts is not ours to guess. */
function repeatedMarks(rows: readonly ReadRow[]): readonly string[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    if (!('mark' in row)) return []
    const cell = `${row.candidatureId}/${row.evaluatorId}/${row.criterionCode}`
    const first = seen.get(cell)
    seen.set(cell, first ?? row.line)
    return first === undefined ? [] : [fault(row.line, `même note que ligne ${first}`)]
  })
}

/** A draft may wait for its comments; a filed sheet may not ([SC8]). */
function missingComments(grid: Grid, rows: readonly ReadRow[]): readonly string[] {
  const criteria = new Map(criteriaOf(grid).map((criterion) => [criterion.code, criterion]))
  return rows.flatMap((row) => {
    const criterion = 'mark' in row ? criteria.get(row.criterionCode) : undefined
    return 'mark' in row && criterion && needsComment(criterion, row.mark)
      ? [fault(row.line, `cette note du critère ${criterion.code} demande un commentaire`)]
      : []
  })
}

function sheetsOf(rows: readonly ReadRow[]): readonly KeyedSheet[] {
  const sheets = new Map<
    string,
    { candidatureId: string; evaluatorId: string; marks: Record<string, Mark> }
  >()
  for (const row of rows) {
    if (!('mark' in row)) continue
    const { candidatureId, evaluatorId } = row
    const key = sheetId(candidatureId, evaluatorId)
    const sheet = sheets.get(key) ?? { candidatureId, evaluatorId, marks: {} }
    sheet.marks[row.criterionCode] = row.mark
    sheets.set(key, sheet)
  }
  return [...sheets.values()]
}

const fault = (line: number, what: string): string => `ligne ${line} (${what})`

const rowProblems: Readonly<Record<string, string>> = {
  'candidature-missing': 'numéro de candidature absent',
  'criterion-missing': 'code de critère absent',
  'broken-quotes': 'guillemet jamais refermé',
  'too-many-cells': 'plus de cellules que de colonnes',
}
