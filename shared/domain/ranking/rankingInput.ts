import type { Call } from '../call/call.ts'
import type { Candidature } from '../candidature/candidature.ts'
import type { Member, Recusal } from '../committee/committee.ts'
import type { Grid } from '../grid/grid.ts'
import type { Sheet } from '../scoring/sheet.ts'

/** Everything a ranking is a function of. The order of each list decides nothing. */
export interface RankingInput {
  readonly grid: Grid
  readonly call: Pick<Call, 'rules'>
  readonly candidatures: readonly Candidature[]
  /** Inhabitants by candidature id; a candidature that is not there has an unknown population. */
  readonly populations: Readonly<Record<string, number | null>>
  /** Code of the applicant's département by candidature id; one that is not there is unknown, and draws on no reserve. */
  readonly departments?: Readonly<Record<string, string | null>>
  readonly sheets: readonly Sheet[]
  readonly recusals: readonly Recusal[]
  readonly members: readonly Member[]
  /** Candidatures whose marks are sealed: no sheet of theirs is read. */
  readonly sealedIds?: ReadonlySet<string>
}
