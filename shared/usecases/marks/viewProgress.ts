import { isInForce } from '#shared/domain/committee/committee.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import type { EvaluatorProgress } from '#shared/domain/scoring/sheetView.ts'
import type { Reader } from '../ports.ts'

/** The pile of one evaluator. Dossiers from which the member is recused are counted and never described (P2). */
export function viewProgress(
  reader: Reader,
  input: { callId: string; evaluatorId: string },
): EvaluatorProgress {
  const gridId = reader.load('call', input.callId)?.state.gridId ?? null
  const recused = new Set(
    reader
      .recusalsOfCall(input.callId)
      .filter(
        (recusal) =>
          recusal.memberId === input.evaluatorId &&
          isInForce(recusal) &&
          input.evaluatorId !== collegialEvaluator,
      )
      .map(({ candidatureId }) => candidatureId),
  )
  const states = new Map(
    reader
      .sheetsOfCall(input.callId)
      .filter((sheet) => sheet.evaluatorId === input.evaluatorId && sheet.gridId === gridId)
      .map((sheet) => [sheet.candidatureId, sheet] as const),
  )
  const open = reader
    .candidaturesOfCall(input.callId)
    .filter(({ candidature }) => candidature.status === 'submitted' && candidature.mergedInto === null)
  const mine = open.filter(({ candidature }) => !recused.has(candidature.id))
  const candidatures = mine.map(({ candidature, dossier }) => ({
    candidatureId: candidature.id,
    number: candidature.number,
    applicant: dossier.applicant.name,
    title: dossier.title,
    state: stateOf(states.get(candidature.id)),
  }))
  return {
    evaluatorId: input.evaluatorId,
    filed: candidatures.filter(({ state }) => state === 'filed').length,
    total: candidatures.length,
    recusedCount: open.length - mine.length,
    candidatures,
  }
}

function stateOf(
  sheet: { status: 'draft' | 'filed'; marks: object } | undefined,
): 'to-mark' | 'draft' | 'filed' {
  if (sheet === undefined) return 'to-mark'
  if (sheet.status === 'filed') return 'filed'
  return Object.keys(sheet.marks).length === 0 ? 'to-mark' : 'draft'
}
