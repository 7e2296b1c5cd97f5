import { collegialEvaluator } from '../scoring/sheet.ts'
import type { FactsInput } from './factsInput.ts'
import { markersOf } from './markersOf.ts'
import { memberName } from './memberName.ts'
import type { AgendaItem } from './session.ts'
import type { MarksFacts } from './sessionFacts.ts'

/**
 * How a candidature was marked. Expected: those who may mark it ([SC12]), or one sheet when the mark is
 * collegial. Null for any other point, and when the sheets are not known.
 */
export function marksFacts(item: AgendaItem, input: FactsInput): MarksFacts | null {
  const { sheets, grid, call, session } = input
  if (item.kind !== 'candidature' || sheets === undefined || grid === null) return null
  const ofPoint = sheets.filter(
    ({ candidatureId, gridId }) => candidatureId === item.candidatureId && gridId === grid.grid.id,
  )
  const isCollegial = call.rules.aggregation === 'collegial'
  const begun = ofPoint.filter(({ marks }) => Object.keys(marks).length > 0)
  const markers = markersOf(item, input, new Set(begun.map(({ evaluatorId }) => evaluatorId)))
  const awaited = new Set(isCollegial ? [collegialEvaluator] : markers.map(({ id }) => id))
  const filed = ofPoint.filter(({ status, evaluatorId }) => status === 'filed' && awaited.has(evaluatorId))
  const authors = new Set(filed.map(({ evaluatorId }) => evaluatorId))
  return {
    mode: isCollegial ? 'collegial' : 'named',
    sealed: session.sealedMarks,
    revealedAt: item.marksRevealedAt,
    filed: filed.length,
    expected: awaited.size,
    missing: isCollegial ? [] : markers.filter(({ id }) => !authors.has(id)).map(memberName),
    countersigned: filed.filter(({ countersignedOn }) => countersignedOn !== null).length,
  }
}
