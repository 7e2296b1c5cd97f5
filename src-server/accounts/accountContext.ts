import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import type { AuthorityKey } from '../authority/authorityKey.ts'
import type { SqlDatabase } from '../store/sqlDatabase.ts'

/** What every act on accounts receives. */
export interface AccountContext {
  readonly database: SqlDatabase
  readonly clock: Clock
  readonly crypto: CommitDigest & CommitVerifier & Randomness
  readonly authority: AuthorityKey
}
