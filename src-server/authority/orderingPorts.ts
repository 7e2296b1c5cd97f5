import type { Clock } from '#shared/kernel/clock.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'

/** What ordering asks of the server, beside its database. */
export interface OrderingPorts {
  readonly authority: CommitSigner
  readonly clock: Clock
}
