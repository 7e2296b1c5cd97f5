import { outOfRunning } from '../candidature/outOfRunning.ts'
import { isInForce } from '../committee/committee.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import type { RankingInput } from './rankingInput.ts'

/** A sheet that a member could have filed and did not. */
export interface MissingSheet {
  readonly candidatureId: string
  readonly memberId: string
}

/**
 * [RK5] The sheets expected and not filed, on the candidatures in the running. Expected to mark: deliberative members
 * in office, and whoever else filed at least one sheet. Recused is not absent; a collegial mark has no absent.
 */
export function missingSheets(input: RankingInput): readonly MissingSheet[] {
  if (input.call.rules.aggregation === 'collegial') return []
  const filed = new Set(
    input.sheets
      .filter((sheet) => sheet.status === 'filed' && sheet.gridId === input.grid.id)
      .map((sheet) => `${sheet.candidatureId}/${sheet.evaluatorId}`),
  )
  const recused = new Set(
    input.recusals.filter(isInForce).map((recusal) => `${recusal.candidatureId}/${recusal.memberId}`),
  )
  const voices = deliberativeIds(input.members)
  const inRunning = input.candidatures.filter(
    (candidature) => outOfRunning(candidature) === null && !input.sealedIds?.has(candidature.id),
  )
  return input.members.flatMap((member) => {
    const sheetsOf = inRunning.map(({ id }) => ({
      candidatureId: id,
      memberId: member.id,
      key: `${id}/${member.id}`,
    }))
    const expected = voices.has(member.id) || sheetsOf.some(({ key }) => filed.has(key))
    return expected
      ? sheetsOf
          .filter(({ key }) => !filed.has(key) && !recused.has(key))
          .map(({ candidatureId, memberId }) => ({ candidatureId, memberId }))
      : []
  })
}
