import type { NotRankedReason } from '../ranking/ranking.ts'
import type { Candidature } from './candidature.ts'

/** [RK1] Why a candidature is not ranked whatever its marks, or null when it is in the running. */
export function outOfRunning(
  candidature: Pick<Candidature, 'status' | 'mergedInto'>,
): Extract<NotRankedReason, 'withdrawn' | 'inadmissible' | 'merged'> | null {
  if (candidature.mergedInto !== null) return 'merged'
  return candidature.status === 'submitted' ? null : candidature.status
}
