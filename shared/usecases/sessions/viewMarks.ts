import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { markerPlace } from '#shared/domain/session/markerPlace.ts'
import type { MarksGridView, MarksRow } from '#shared/domain/session/marksGridView.ts'
import { sheetCode } from '#shared/domain/session/sheetCode.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { sealedSheetView, sheetView } from '../marks/sheetView.ts'
import type { Reader } from '../ports.ts'
import { rankingOfCall } from '../ranking/rankingOfCall.ts'
import { type MarkedPoint, markedPoint, type PointKey } from './markedPoint.ts'

/** Members × criteria of one point as they are keyed in the room. Refusals: those of `markedPoint`. */
export function viewMarks(reader: Reader, key: PointKey): Result<MarksGridView> {
  const marked = markedPoint(reader, key)
  if (!marked.ok) return marked
  const point = marked.value
  const { item, candidature, call, grid, collegial, sealed } = point
  const ranked = rankingOfCall(reader, call.id)
  const row = ranked.ok
    ? ranked.value.ranking.rows.find(({ candidatureId }) => candidatureId === candidature.id)
    : undefined
  const twoDecimals = (value: Parameters<typeof toFixedHalfUp>[0] | null | undefined): string | null =>
    value ? toFixedHalfUp(value, 2) : null
  const memberIds = reader.all('member').map(({ id }) => id)
  return ok({
    itemId: item.id,
    candidatureId: candidature.id,
    grid,
    sealed,
    revealedAt: item.marksRevealedAt,
    collegial,
    rows: point.markers.map((marker) => rowOf(reader, point, marker, memberIds)),
    total: twoDecimals(row?.score.total),
    rank: row?.rank ?? null,
    gap: twoDecimals(row?.score.gap),
    gapAlert: row?.score.gapAlert ?? false,
  })
}

function rowOf(
  reader: Reader,
  { session, candidature, grid, sealed }: MarkedPoint,
  { evaluatorId, name, sheet: stored }: MarkedPoint['markers'][number],
  memberIds: readonly string[],
): MarksRow {
  const sheet: Sheet = stored ?? {
    candidatureId: candidature.id,
    evaluatorId,
    gridId: grid.id,
    marks: {},
    status: 'draft',
    countersignedOn: null,
  }
  const hidden = sealed && evaluatorId !== reader.viewerId
  const view = hidden ? sealedSheetView(grid, sheet, []) : sheetView(grid, sheet)
  const keyed = Object.keys(sheet.marks)
  const member = markerPlace(memberIds, evaluatorId)
  return {
    evaluatorId,
    name,
    inRoom: session.attendance[evaluatorId]?.inRoom ?? false,
    status: sheet.status === 'filed' ? 'filed' : keyed.length > 0 ? 'draft' : 'to-mark',
    marks: view.sheet.marks,
    keyed,
    missingComments: view.missingComments,
    total: view.total,
    code: sheetCode(session.id, { member, candidature: candidature.number }),
    countersignedOn: sheet.countersignedOn,
  }
}
