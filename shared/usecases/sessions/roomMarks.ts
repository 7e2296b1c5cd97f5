import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { checkFiling } from '#shared/domain/scoring/checkFiling.ts'
import { type Sheet, sheetId } from '#shared/domain/scoring/sheet.ts'
import { markerAt } from '#shared/domain/session/markerPlace.ts'
import { revealMarks } from '#shared/domain/session/revealMarks.ts'
import { readSheetCode } from '#shared/domain/session/sheetCode.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { fileWithin } from '../marks/sheets.ts'
import { memberName } from '../memberName.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { isRecused } from '../recusals/isRecused.ts'
import { actOnSession } from './actOnSession.ts'
import { type MarkedPoint, markedPoint, type PointKey } from './markedPoint.ts'

/** Shows the sealed marks of a point, for good ([SC11]). Refusals: those of the domain's `revealMarks`. */
export function reveal(context: UseCaseContext, input: PointKey & { at: string }): Result<null> {
  const { itemId, at } = input
  const label = 'Révélation des notes d’un point (ne s’annule pas)'
  return actOnSession(
    context,
    input.sessionId,
    label,
    ({ session }) => {
      const revealed = revealMarks(session, { itemId, at })
      return revealed.ok ? ok(['session.reveal@1', { itemId, at }]) : revealed
    },
    false,
  )
}

/**
 * Files every sheet of the point that has at least one value and its mandatory comments, in one act ([SC8]), and says who
 * is left and why. Refusals: those of `markedPoint`, `session.closed`.
 */
export function fileSheets(
  context: UseCaseContext,
  key: PointKey,
): Result<{ filed: number; left: readonly { name: string; reason: string }[] }> {
  const marked = markedPoint(context.file, key)
  if (!marked.ok) return marked
  const { grid, candidature, markers } = marked.value
  const frozen = refuseIfFrozen(context, [candidature.id])
  if (!frozen.ok) return frozen
  const waiting = markers
    .filter(({ sheet }) => sheet?.status !== 'filed')
    .map((marker) => ({ ...marker, reason: reasonLeft(marked.value, marker.sheet) }))
  const ready = waiting.filter(({ reason }) => reason === null)
  const act = {
    actor: context.actor,
    label: `Dépôt des fiches de la candidature n° ${candidature.number}`,
    undoable: true,
  }
  return context.file.transact(act, (transaction) => {
    for (const { evaluatorId } of ready) {
      const filed = fileWithin(transaction, grid, { candidatureId: candidature.id, evaluatorId })
      if (!filed.ok) return filed
    }
    const left = waiting.flatMap(({ name, reason }) => (reason === null ? [] : { name, reason }))
    return ok({ filed: ready.length, left })
  })
}

/** Why a sheet cannot be filed, in French; null when it can. While sealed no criterion is named: it would tell the mark. */
function reasonLeft({ grid, sealed }: MarkedPoint, sheet: Sheet | null): string | null {
  if (sheet === null || Object.keys(sheet.marks).length === 0) return 'aucune note'
  const ready = checkFiling(grid, sheet)
  if (ready.ok) return null
  if (ready.refusal.code === 'sheet.empty') return 'aucune note chiffrée'
  const { criteria: codes } = ready.refusal.details
  if (!Array.isArray(codes)) return 'une note hors de la grille'
  if (sealed) return 'il manque un commentaire obligatoire'
  const labels = criteriaOf(grid).flatMap(({ code, label }) => (codes.includes(code) ? label : []))
  return `il manque le commentaire de ${labels.map((label) => `« ${label} »`).join(', ')}`
}

/**
 * The author signed the printed sheet. Refuses `input.invalid` when it is not filed (what is signed would still change),
 * `mark.recused`, `session.closed`.
 */
export function countersign(
  context: UseCaseContext,
  input: { candidatureId: string; evaluatorId: string; on: string },
): Result<null> {
  const { candidatureId, evaluatorId, on } = input
  const candidature = loadOrRefuse(context.file, 'candidature', candidatureId)
  if (!candidature.ok) return candidature
  const name = memberName(context.file, evaluatorId)
  if (isRecused(context.file, candidatureId, evaluatorId)) return refuse('mark.recused', { member: name })
  const sheet = context.file.load('sheet', sheetId(candidatureId, evaluatorId))?.state
  if (sheet?.status !== 'filed')
    return refuse('input.invalid', { reason: 'la fiche n’est pas déposée ; déposez-la d’abord' })
  const frozen = refuseIfFrozen(context, [candidatureId])
  if (!frozen.ok) return frozen
  const label = `Contreseing de ${name} (n° ${candidature.value.number})`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit(
      'sheet.countersign@1',
      entityOf('sheet', sheetId(candidatureId, evaluatorId)),
      { on },
      evaluatorId,
    ),
  )
}

/**
 * The sheet whose printed code was typed. Refusals: `session.code-unknown` with `code`; `mark.recused` when the member
 * was recused after the printing.
 */
export function sheetOfCode(
  reader: Reader,
  input: { sessionId: string; code: string },
): Result<{ itemId: string; evaluatorId: string }> {
  const session = loadOrRefuse(reader, 'session', input.sessionId)
  if (!session.ok) return session
  const unknown = refuse('session.code-unknown', { code: input.code.trim() })
  const read = readSheetCode(input.sessionId, input.code)
  if (read === null) return unknown
  const candidatureId = reader.candidatureNumbered(session.value.callId, read.candidature)
  const item = session.value.agenda.find((one) => one.candidatureId === candidatureId)
  const memberIds = reader.all('member').map(({ id }) => id)
  const evaluatorId = markerAt(memberIds, read.member)
  if (candidatureId === null || item === undefined || evaluatorId === null) return unknown
  if (isRecused(reader, candidatureId, evaluatorId))
    return refuse('mark.recused', { member: memberName(reader, evaluatorId) })
  const point = markedPoint(reader, { sessionId: input.sessionId, itemId: item.id })
  if (!point.ok) return point
  return point.value.markers.some((marker) => marker.evaluatorId === evaluatorId)
    ? ok({ itemId: item.id, evaluatorId })
    : unknown
}
