import type { Grid } from '#shared/domain/grid/grid.ts'
import { collegialEvaluator, type Sheet } from '#shared/domain/scoring/sheet.ts'
import { markersOf } from '#shared/domain/session/markersOf.ts'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { memberName } from '../memberName.ts'
import type { Reader } from '../ports.ts'
import { sealedCandidatures } from '../ranking/sealedCandidatures.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

export interface PointKey {
  readonly sessionId: string
  readonly itemId: string
}

/** A point to mark, with who marks it. */
export interface MarkedPoint extends SessionPlace {
  readonly item: AgendaItem
  readonly candidature: { readonly id: string; readonly number: number }
  readonly grid: Grid
  /** One mark for the whole committee. */
  readonly collegial: boolean
  readonly sealed: boolean
  readonly markers: readonly {
    readonly evaluatorId: string
    readonly name: string
    /** Null when not begun on this grid. */
    readonly sheet: Sheet | null
  }[]
}

/**
 * Refusals: `entity.missing`, `session.item-missing`, `input.invalid` for a point that bears no candidature, those of
 * `gridOfCall`.
 */
export function markedPoint(reader: Reader, { sessionId, itemId }: PointKey): Result<MarkedPoint> {
  const place = sessionPlace(reader, sessionId)
  if (!place.ok) return place
  const { session, call, room } = place.value
  const item = session.agenda.find(({ id }) => id === itemId)
  if (item === undefined) return refuse('session.item-missing', { itemId })
  if (item.candidatureId === null)
    return refuse('input.invalid', { reason: 'ce point ne porte pas de candidature à noter' })
  const candidature = loadOrRefuse(reader, 'candidature', item.candidatureId)
  if (!candidature.ok) return candidature
  const grid = gridOfCall(reader, call.id)
  if (!grid.ok) return grid
  const { id, number } = candidature.value
  const sheets = new Map(
    reader
      .sheetsOfCall(call.id)
      .filter((sheet) => sheet.candidatureId === id && sheet.gridId === grid.value.id)
      .map((sheet) => [sheet.evaluatorId, sheet]),
  )
  const begun = [...sheets.values()].filter(({ marks }) => Object.keys(marks).length > 0)
  const collegial = call.rules.aggregation === 'collegial'
  const evaluatorIds = collegial
    ? [collegialEvaluator]
    : markersOf(item, room, new Set(begun.map(({ evaluatorId }) => evaluatorId))).map((member) => member.id)
  return ok({
    ...place.value,
    item,
    candidature: { id, number },
    grid: grid.value,
    collegial,
    sealed: sealedCandidatures(reader, call.id).has(id),
    markers: evaluatorIds.map((evaluatorId) => ({
      evaluatorId,
      name: memberName(reader, evaluatorId),
      sheet: sheets.get(evaluatorId) ?? null,
    })),
  })
}
