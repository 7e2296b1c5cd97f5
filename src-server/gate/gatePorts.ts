import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import type { VerifierAhead } from '../authority/verifyAhead.ts'
import type { Attachments } from '../blobs/attachments.ts'
import type { LogAppender } from '../store/logAppender.ts'
import type { DeviceBudget } from './deviceBudget.ts'
import type { SyncWatch } from './syncWatch.ts'

/** What the gate is given. */
export interface GatePorts {
  readonly accounts: AccountContext
  readonly appender: LogAppender
  readonly verifier: VerifierAhead
  readonly factsDigest: AuthorityPorts['factsDigest']
  readonly attachments: Attachments
  /** By a name, where TLS may end before this process; by the TLS channel itself, where it ends here under our own key. */
  readonly binding:
    | { readonly kind: 'origin'; origin(): string }
    | { readonly kind: 'channel'; readonly serverKey: Uint8Array }
  readonly watch: SyncWatch
  /** Of frames and commits on channels; whoever is beyond waits. */
  readonly budget: DeviceBudget
  onFailure(error: unknown): void
}
