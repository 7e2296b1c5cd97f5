import { isInForce } from '../committee/committee.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import { collegialEvaluator } from '../scoring/sheet.ts'
import type { FactsInput } from './factsInput.ts'
import { memberName } from './memberName.ts'
import type { AgendaItem } from './session.ts'
import type { MarksFacts } from './sessionFacts.ts'

/**
 * How a candidature was marked. Expected: the deliberative members who are not recused on it, and whoever else filed a
 * sheet; one sheet when the mark is collegial. Null for any other point, and when the sheets are not known.
 */
export function marksFacts(item: AgendaItem, input: FactsInput): MarksFacts | null {
  const { sheets, grid, call, session } = input
  if (item.kind !== 'candidature' || sheets === undefined || grid === null) return null
  const recused = new Set(
    input.recusals
      .filter((recusal) => recusal.candidatureId === item.candidatureId && isInForce(recusal))
      .map(({ memberId }) => memberId),
  )
  const isCollegial = call.rules.aggregation === 'collegial'
  const filed = sheets.filter(
    (sheet) =>
      sheet.candidatureId === item.candidatureId &&
      sheet.gridId === grid.grid.id &&
      sheet.status === 'filed' &&
      (sheet.evaluatorId === collegialEvaluator) === isCollegial &&
      !recused.has(sheet.evaluatorId),
  )
  const authors = new Set(filed.map(({ evaluatorId }) => evaluatorId))
  const awaited = new Set([
    ...[...deliberativeIds(input.members)].filter((id) => !recused.has(id)),
    ...authors,
  ])
  return {
    mode: isCollegial ? 'collegial' : 'named',
    sealed: session.sealedMarks,
    revealedAt: item.marksRevealedAt,
    filed: filed.length,
    expected: isCollegial ? 1 : awaited.size,
    missing: isCollegial
      ? []
      : input.members.filter(({ id }) => awaited.has(id) && !authors.has(id)).map(memberName),
    countersigned: filed.filter(({ countersignedOn }) => countersignedOn !== null).length,
  }
}
