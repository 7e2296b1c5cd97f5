import { outOfRunning } from '../candidature/outOfRunning.ts'
import { isInForce } from '../committee/committee.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import type { Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

/**
 * [RK5] Members who filed no sheet on a candidature that they could have marked, by id. Expected to mark: deliberative
 * members in office, and whoever else filed at least one sheet. Recused is not absent; a collegial mark has no absent.
 */
export function absentMarkers(input: RankingInput): Ranking['absentMarkers'] {
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
  const inRunning = input.candidatures.filter((candidature) => outOfRunning(candidature) === null)
  return input.members
    .map((member) => {
      const sheetsOf = inRunning.map(({ id }) => `${id}/${member.id}`)
      const marked = sheetsOf.filter((sheet) => filed.has(sheet)).length
      const expected = voices.has(member.id) || marked > 0
      const missing = sheetsOf.filter((sheet) => !filed.has(sheet) && !recused.has(sheet)).length
      return { memberId: member.id, missingSheets: expected ? missing : 0 }
    })
    .filter(({ missingSheets }) => missingSheets > 0)
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
}
