import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import { checkFiling } from '#shared/domain/scoring/checkFiling.ts'
import { collegialEvaluator, type Sheet, sheetId } from '#shared/domain/scoring/sheet.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { memberName } from '../memberName.ts'
import type { Reader, Transaction, UseCaseContext } from '../ports.ts'
import { sealedCandidatures } from '../ranking/sealedCandidatures.ts'
import { isRecused } from '../recusals/isRecused.ts'
import { sealedSheetView, sheetView } from './sheetView.ts'

export interface SheetKey {
  readonly candidatureId: string
  readonly evaluatorId: string
}

/**
 * A sheet to read or fill, empty when not begun. While its marks are sealed ([SC9]) none is shown but to their author.
 * Refuses `mark.recused`: a recused member never sees the sheet (P2); `view.not-allowed` to a member who asks for the
 * sealed sheet of another.
 */
export function getSheet(context: UseCaseContext, key: SheetKey): Result<SheetView> {
  const place = placeOf(context.file, key)
  if (!place.ok) return place
  const { sealed } = place.value
  if (sealed && context.file.viewerId !== undefined) return refuse('view.not-allowed')
  return ok(shown(place.value, place.value.sheet, []))
}

/**
 * Gives, changes or clears (null) one mark. Refusals: `mark.recused`, `mark.unknown-criterion`, `mark.not-on-scale`,
 * `mark.not-applicable-refused`, `input.invalid` (a filed sheet is reopened first), `session.closed`.
 */
export function markCriterion(
  context: UseCaseContext,
  input: SheetKey & { criterionCode: string; mark: Mark | null },
): Result<SheetView> {
  const place = placeOf(context.file, input)
  if (!place.ok) return place
  const { grid, sheet, number } = place.value
  const writable = refuseIfWritten(context, sheet)
  if (!writable.ok) return writable
  const criterion = criteriaOf(grid).find(({ code }) => code === input.criterionCode)
  if (!criterion) return refuse('mark.unknown-criterion', { criterion: input.criterionCode })
  if (input.mark !== null) {
    // A mandatory comment may come after the mark: it is asked at the filing.
    const checked = checkMarkValue(criterion, input.mark)
    if (!checked.ok) return checked
  }
  const label = `Note « ${criterion.label} » de la candidature n° ${number}`
  return write(context, label, input, place.value, [input.criterionCode], (transaction) =>
    transaction.emit(
      'sheet.mark@1',
      entityOf('sheet', sheetId(input.candidatureId, input.evaluatorId)),
      { gridId: grid.id, criterionCode: input.criterionCode, mark: input.mark },
      input.evaluatorId,
    ),
  )
}

/**
 * Files a sheet: from then on it counts, and the grid is locked. Marks may be missing (they leave the denominator and
 * are shown as missing). Refusals: `sheet.empty`, `sheet.comments-required`, `mark.recused`, `session.closed`.
 */
export function fileSheet(context: UseCaseContext, key: SheetKey): Result<SheetView> {
  const place = placeOf(context.file, key)
  if (!place.ok) return place
  const { grid, sheet, number } = place.value
  const writable = refuseIfWritten(context, sheet)
  if (!writable.ok) return writable
  const ready = checkFiling(grid, sheet)
  if (!ready.ok) return ready
  return write(context, `Dépôt de la fiche n° ${number}`, key, place.value, [], (transaction) =>
    fileWithin(transaction, grid, key),
  )
}

/** Takes a filed sheet back to draft, with the reason kept in the history. Refuses `session.closed`. */
export function reopenSheet(
  context: UseCaseContext,
  input: SheetKey & { reason: string },
): Result<SheetView> {
  const place = placeOf(context.file, input)
  if (!place.ok) return place
  const frozen = refuseIfFrozen(context, [input.candidatureId])
  if (!frozen.ok) return frozen
  const { number } = place.value
  return write(context, `Reprise de la fiche n° ${number}`, input, place.value, [], (transaction) =>
    transaction.emit(
      'sheet.reopen@1',
      entityOf('sheet', sheetId(input.candidatureId, input.evaluatorId)),
      { reason: input.reason },
      input.evaluatorId,
    ),
  )
}

/**
 * Files inside a transaction; the first filed sheet locks the grid. A member writes his sheet and nothing else: what he files
 * locks the grid by being filed ([SY51]).
 */
export function fileWithin(transaction: Transaction, grid: Grid, key: SheetKey): Result<null> {
  const isMember = transaction.viewerId !== undefined
  if (!isMember && transaction.load('grid', grid.id)?.state.status === 'draft') {
    const locked = transaction.emit('grid.lock@1', entityOf('grid', grid.id), {})
    if (!locked.ok) return locked
  }
  const entity = entityOf('sheet', sheetId(key.candidatureId, key.evaluatorId))
  return transaction.emit('sheet.file@1', entity, {}, key.evaluatorId)
}

interface SheetPlace {
  readonly grid: Grid
  readonly sheet: Sheet
  readonly number: number
  /** From whoever reads now. */
  readonly sealed: boolean
}

function placeOf(reader: Reader, key: SheetKey): Result<SheetPlace> {
  const candidature = loadOrRefuse(reader, 'candidature', key.candidatureId)
  if (!candidature.ok) return candidature
  const { callId, number } = candidature.value
  const call = loadOrRefuse(reader, 'call', callId)
  if (!call.ok) return call
  const collegial = call.value.rules.aggregation === 'collegial'
  if (collegial !== (key.evaluatorId === collegialEvaluator)) {
    return refuse('input.invalid', {
      reason: collegial
        ? 'cet appel demande une note unique du comité'
        : 'cet appel demande une note par membre',
    })
  }
  if (!collegial) {
    const member = loadOrRefuse(reader, 'member', key.evaluatorId)
    if (!member.ok) return member
    if (isRecused(reader, key.candidatureId, key.evaluatorId))
      return refuse('mark.recused', { member: memberName(reader, key.evaluatorId) })
  }
  const grid = gridOfCall(reader, callId)
  if (!grid.ok) return grid
  const stored = reader.load('sheet', sheetId(key.candidatureId, key.evaluatorId))?.state
  const sheet: Sheet =
    stored?.gridId === grid.value.id
      ? stored
      : { ...key, gridId: grid.value.id, marks: {}, status: 'draft', countersignedOn: null }
  const sealed =
    key.evaluatorId !== reader.viewerId && sealedCandidatures(reader, callId).has(key.candidatureId)
  return ok({ grid: grid.value, sheet, number, sealed })
}

function refuseIfWritten(context: UseCaseContext, sheet: Sheet): Result<null> {
  if (sheet.status === 'filed')
    return refuse('input.invalid', { reason: 'la fiche est déposée ; reprenez-la d’abord' })
  return refuseIfFrozen(context, [sheet.candidatureId])
}

function write(
  context: UseCaseContext,
  label: string,
  key: SheetKey,
  place: SheetPlace,
  typed: readonly string[],
  work: (transaction: Transaction) => Result<null>,
): Result<SheetView> {
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    const done = work(transaction)
    if (!done.ok) return done
    const sheet = loadOrRefuse(transaction, 'sheet', sheetId(key.candidatureId, key.evaluatorId))
    return sheet.ok ? ok(shown(place, sheet.value, typed)) : sheet
  })
}

const shown = ({ grid, sealed }: SheetPlace, sheet: Sheet, typed: readonly string[]): SheetView =>
  sealed ? sealedSheetView(grid, sheet, typed) : sheetView(grid, sheet)
