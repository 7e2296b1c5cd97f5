import { missingSheets } from './missingSheets.ts'
import type { Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

/** [RK5] Members who filed no sheet on a candidature that they could have marked, by id, with how many. */
export const absentMarkers = (input: RankingInput): Ranking['absentMarkers'] =>
  [...Map.groupBy(missingSheets(input), ({ memberId }) => memberId)]
    .map(([memberId, missing]) => ({ memberId, missingSheets: missing.length }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
