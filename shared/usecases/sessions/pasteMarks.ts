import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Criterion, Grid, Mark } from '#shared/domain/grid/grid.ts'
import { pastedTable } from '#shared/domain/scoring/pastedTable.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { evaluatorKeyed, type Fault, firstFaults, markKeyed, recusalFault } from '../marks/keyedMark.ts'
import { type KeyedSheet, writeSheets } from '../marks/writeSheets.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { type MarkedPoint, markedPoint, type PointKey } from './markedPoint.ts'

/**
 * A table copied from a spreadsheet: one line a member, one column a criterion, in the order of the grid unless a first line
 * names them by code or label. Taken whole or refused whole ([UC8]); an empty cell changes nothing, a mark keeps the comment
 * it has. The sheets become drafts. Refusals: `import.lines-refused` with `lines`, `sheet.empty`, those of `markedPoint`,
 * `session.closed`.
 */
export function pasteMarks(
  context: UseCaseContext,
  input: PointKey & { text: string },
): Result<{ sheets: number; marks: number }> {
  const marked = markedPoint(context.file, input)
  if (!marked.ok) return marked
  const { grid, candidature } = marked.value
  const frozen = refuseIfFrozen(context, [candidature.id])
  if (!frozen.ok) return frozen
  const table = pastedTable(input.text)
  const [first] = table
  if (first === undefined) return refuse('sheet.empty')
  const columns = columnsOf(grid, first.cells, isMarked(marked.value, first.cells))
  const lines = columns.named ? table.slice(1) : table
  const read = lines.map((line) => readLine(context.file, marked.value, columns.criteria, line))
  const faults = [
    ...columns.faults.map((fault) => `ligne ${first.line} (${fault})`),
    ...read.flatMap(({ faults: ofLine }) => ofLine),
    ...repeatedMembers(read),
  ]
  if (faults.length > 0) return refuse('import.lines-refused', { lines: firstFaults(faults) })
  const sheets = read.flatMap(({ evaluatorId, marks }): readonly KeyedSheet[] =>
    evaluatorId === null || Object.keys(marks).length === 0
      ? []
      : [{ candidatureId: candidature.id, evaluatorId, marks }],
  )
  if (sheets.length === 0) return refuse('sheet.empty')
  const label = `Notes collées de la candidature n° ${candidature.number}`
  const written = writeSheets(context, label, grid, sheets, false)
  return written.ok ? ok({ sheets: written.value.sheets, marks: written.value.marks }) : written
}

/** Already a line of marks: a criterion « A » and the mark A would otherwise be taken for each other. */
function isMarked(
  { collegial, grid, room }: MarkedPoint,
  [written = '', ...values]: readonly string[],
): boolean {
  if (!collegial) return !('fault' in evaluatorKeyed(room.members, written))
  const criteria = criteriaOf(grid)
  return values.every((value, place) => {
    const criterion = criteria[place]
    return value === '' || (criterion !== undefined && !('fault' in markKeyed(criterion, value, '')))
  })
}

interface Columns {
  /** The first line names them. */
  readonly named: boolean
  /** From the second column on; null for a column at fault. */
  readonly criteria: readonly (Criterion | null)[]
  readonly faults: readonly string[]
}

function columnsOf(grid: Grid, cells: readonly string[], marked: boolean): Columns {
  const criteria = criteriaOf(grid)
  if (marked) return { named: false, criteria, faults: [] }
  const written = cells.slice(1, cells.findLastIndex((cell) => cell !== '') + 1)
  const named = written.map(
    (cell) =>
      criteria.find(({ code, label }) =>
        [code, label].some((name) => foldForSearch(name) === foldForSearch(cell)),
      ) ?? null,
  )
  if (named.every((criterion) => criterion === null)) return { named: false, criteria, faults: [] }
  const faults = written.flatMap((cell, place) => {
    const criterion = named[place]
    if (!criterion) return `colonne ${place + 2} : critère inconnu « ${cell} »`
    const first = named.indexOf(criterion)
    return first === place ? [] : `colonne ${place + 2} : même critère que colonne ${first + 2}`
  })
  return { named: true, criteria: named, faults }
}

interface ReadLine {
  readonly line: number
  readonly evaluatorId: string | null
  readonly marks: Readonly<Record<string, Mark>>
  readonly faults: readonly string[]
}

function readLine(
  reader: Reader,
  point: MarkedPoint,
  criteria: readonly (Criterion | null)[],
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
): ReadLine {
  const [written = '', ...values] = cells
  const evaluator = evaluatorOf(reader, point, written)
  const before =
    'fault' in evaluator
      ? null
      : (point.markers.find(({ evaluatorId }) => evaluatorId === evaluator.evaluatorId)?.sheet ?? null)
  const marks: Record<string, Mark> = {}
  const faults = 'fault' in evaluator ? [`ligne ${line} (${evaluator.fault})`] : []
  for (const [place, value] of values.entries()) {
    if (value === '') continue
    const criterion = criteria[place]
    if (criterion === undefined)
      faults.push(`ligne ${line}, colonne ${place + 2} (plus de notes que de critères)`)
    if (!criterion) continue
    const keyed = markKeyed(criterion, value, before?.marks[criterion.code]?.comment ?? '')
    if ('fault' in keyed) faults.push(`ligne ${line}, colonne ${place + 2} (${keyed.fault})`)
    else marks[criterion.code] = keyed.mark
  }
  return { line, evaluatorId: 'fault' in evaluator ? null : evaluator.evaluatorId, marks, faults }
}

function evaluatorOf(
  reader: Reader,
  { collegial, candidature, room }: MarkedPoint,
  written: string,
): { readonly evaluatorId: string } | Fault {
  if (collegial) return { evaluatorId: collegialEvaluator }
  const named = evaluatorKeyed(room.members, written)
  if ('fault' in named) return named
  const recused = recusalFault(reader, candidature, named.evaluatorId, written)
  if (recused) return recused
  return room.members.some(({ id, inOffice }) => id === named.evaluatorId && inOffice)
    ? named
    : { fault: `« ${written} » ne siège pas` }
}

/** Two lines for one sheet: which one counts is not ours to guess. */
function repeatedMembers(read: readonly ReadLine[]): readonly string[] {
  const seen = new Map<string, number>()
  return read.flatMap(({ line, evaluatorId }) => {
    if (evaluatorId === null) return []
    const first = seen.get(evaluatorId)
    seen.set(evaluatorId, first ?? line)
    return first === undefined ? [] : `ligne ${line} (même fiche que ligne ${first})`
  })
}
