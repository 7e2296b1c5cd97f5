import { isInForce } from '#shared/domain/committee/committee.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import { parseMark } from '#shared/domain/grid/parseMark.ts'
import { checkFiling } from '#shared/domain/scoring/checkFiling.ts'
import { collegialEvaluator, sheetId } from '#shared/domain/scoring/sheet.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { evaluatorsNamed } from './evaluatorsNamed.ts'
import { fileWithin } from './sheets.ts'

/** Port: a table of marks as it is written, with the lines that cannot be read at all. */
export type ReadMarksTable = (path: string) => Promise<
  Result<{
    readonly rows: readonly MarkRow[]
    readonly errors: readonly { readonly line: number; readonly problem: string }[]
  }>
>

export interface MarkRow {
  readonly line: number
  readonly member: string
  readonly candidatureNumber: string
  readonly criterionCode: string
  readonly value: string
  readonly comment: string
}

export interface MarksImport {
  readonly sheets: number
  readonly marks: number
  /** Criteria left without mark on the sheets that were filed: they leave the denominator. */
  readonly missingMarks: number
}

/**
 * Many members' marks in one act: all of them, or none with the lines at fault. With `fileSheets` the touched sheets
 * are filed, else they stay drafts. A row without value is a missing mark and writes nothing. Refusals:
 * `import.lines-refused` with `lines`, those of `gridOfCall`, `session.closed`.
 */
export async function importMarks(
  context: UseCaseContext,
  readTable: ReadMarksTable,
  input: { callId: string; path: string; fileSheets: boolean },
): Promise<Result<MarksImport>> {
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
  return write(context, grid.value, sheets, input.fileSheets)
}

interface KeyedMark {
  readonly line: number
  readonly candidatureId: string
  readonly evaluatorId: string
  readonly criterionCode: string
  readonly mark: Mark
}

type ReadRow = KeyedMark | { readonly fault: string } | { readonly empty: true }

interface KeyedSheet {
  readonly candidatureId: string
  readonly evaluatorId: string
  readonly marks: Readonly<Record<string, Mark>>
}

function readRow(reader: Reader, grid: Grid, row: MarkRow, callId: string, collegial: boolean): ReadRow {
  const { line } = row
  if (row.value.trim() === '') return { empty: true }
  const number = Number(row.candidatureNumber)
  const candidatureId = reader.candidatureNumbered(callId, number)
  if (candidatureId === null)
    return { fault: fault(line, `pas de candidature n° ${row.candidatureNumber} dans l’appel`) }
  const named = collegial ? [collegialEvaluator] : evaluatorsNamed(reader.all('member'), row.member)
  const [evaluatorId] = named
  if (evaluatorId === undefined) return { fault: fault(line, unknownMember(row.member)) }
  if (named.length > 1) return { fault: fault(line, `plusieurs membres répondent au nom « ${row.member} »`) }
  const recusal = reader.load('recusal', `${candidatureId}/${evaluatorId}`)?.state
  if (recusal && isInForce(recusal))
    return { fault: fault(line, `« ${row.member} » s’est déporté de la candidature n° ${number}`) }
  const code = row.criterionCode.trim().toUpperCase()
  const criterion = criteriaOf(grid).find((known) => known.code === code)
  if (!criterion) return { fault: fault(line, `critère inconnu : « ${row.criterionCode} »`) }
  const parsed = parseMark(criterion.scale, row.value)
  if (!parsed.ok) return { fault: fault(line, `note « ${row.value} » hors du barème du critère ${code}`) }
  const { comment } = row
  const mark: Mark =
    parsed.value === 'not-applicable'
      ? { kind: 'not-applicable', comment }
      : { kind: 'value', hundredths: parsed.value, comment }
  const allowed = checkMarkValue(criterion, mark)
  if (!allowed.ok) return { fault: fault(line, `le critère ${code} ne peut pas être « sans objet »`) }
  return { line, candidatureId, evaluatorId, criterionCode: code, mark }
}

const unknownMember = (written: string): string =>
  written === '' ? 'le membre manque' : `membre inconnu : « ${written} »`

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

function write(
  context: UseCaseContext,
  grid: Grid,
  sheets: readonly KeyedSheet[],
  fileSheets: boolean,
): Result<MarksImport> {
  const act = {
    actor: context.actor,
    label: `Saisie de ${counted(sheets.length, 'fiche', 'fiches')} d’évaluation`,
    undoable: true,
  }
  return context.file.transact(act, (transaction) => {
    let marks = 0
    let missingMarks = 0
    for (const { marks: keyed, ...key } of sheets) {
      const id = sheetId(key.candidatureId, key.evaluatorId)
      const entity = entityOf('sheet', id)
      const before = transaction.load('sheet', id)?.state
      if (before?.status === 'filed') {
        const reopened = transaction.emit(
          'sheet.reopen@1',
          entity,
          { reason: 'Saisie par tableau' },
          key.evaluatorId,
        )
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
}

const fault = (line: number, what: string): string => `ligne ${line} (${what})`

/** Enough to correct by; a wrong column would otherwise list thousands of lines. */
const firstFaults = (faults: readonly string[]): readonly string[] =>
  faults.length <= 20 ? faults : [...faults.slice(0, 20), `et ${faults.length - 20} autres`]

const rowProblems: Readonly<Record<string, string>> = {
  'candidature-missing': 'numéro de candidature absent',
  'criterion-missing': 'code de critère absent',
  'broken-quotes': 'guillemet jamais refermé',
  'too-many-cells': 'plus de cellules que de colonnes',
}
