import type { SyncRole, SyncState } from '#shared/contract/syncAnswers.ts'

/** Who is shown the rooms that did not come back: as the server allows it, `lease.void@1` of `writers` [UI43]. */
export const mayGiveUp = ({ self, centre }: Pick<SyncState, 'self' | 'centre'>): boolean =>
  centre !== null && (self === null || givers.includes(self.role))

const givers: readonly SyncRole[] = ['secretariat', 'chair', 'administrator']
