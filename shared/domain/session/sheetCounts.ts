import type { AllocationRules } from '../call/call.ts'
import { isInForce, type Member, type Recusal } from '../committee/committee.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import { collegialEvaluator, type Sheet } from '../scoring/sheet.ts'
import type { AgendaItem } from './session.ts'

/** The sheets of one candidature, those of recused members left out. */
export interface SheetCount {
  readonly expected: number
  readonly filed: readonly Sheet[]
  readonly drafts: readonly Sheet[]
  /** Members awaited whose sheet is not filed, a draft or nothing; none when the mark is collegial. */
  readonly missingIds: readonly string[]
}

export interface SheetCountInput {
  readonly agenda: readonly AgendaItem[]
  readonly members: readonly Member[]
  readonly recusals: readonly Recusal[]
  /** Of the call. */
  readonly sheets: readonly Sheet[]
  /** Null: the call has no grid, and nothing is expected. */
  readonly gridId: string | null
  readonly aggregation: AllocationRules['aggregation']
}

/**
 * [SE33] Which sheets each examined candidature has and awaits, by candidature id: those of the deliberative members
 * who are not recused on it and of whoever else filed one; one when the mark is collegial.
 */
export function sheetCounts(input: SheetCountInput): ReadonlyMap<string, SheetCount> {
  const { gridId, aggregation } = input
  const isCollegial = aggregation === 'collegial'
  const recused = Map.groupBy(input.recusals.filter(isInForce), ({ candidatureId }) => candidatureId)
  const sheets = Map.groupBy(
    input.sheets.filter(
      (sheet) => sheet.gridId === gridId && (sheet.evaluatorId === collegialEvaluator) === isCollegial,
    ),
    ({ candidatureId }) => candidatureId,
  )
  const voices = [...deliberativeIds(input.members)]
  const examined = input.agenda.flatMap(({ kind, candidatureId }) =>
    kind === 'candidature' && candidatureId !== null && gridId !== null ? candidatureId : [],
  )
  return new Map(
    examined.map((candidatureId) => {
      const out = new Set((recused.get(candidatureId) ?? []).map(({ memberId }) => memberId))
      const own = (sheets.get(candidatureId) ?? []).filter(({ evaluatorId }) => !out.has(evaluatorId))
      const filed = own.filter(({ status }) => status === 'filed')
      const authors = new Set(filed.map(({ evaluatorId }) => evaluatorId))
      const missingIds = isCollegial ? [] : voices.filter((id) => !out.has(id) && !authors.has(id))
      return [
        candidatureId,
        {
          expected: isCollegial ? 1 : filed.length + missingIds.length,
          filed,
          drafts: own.filter(({ status }) => status === 'draft'),
          missingIds,
        },
      ]
    }),
  )
}
