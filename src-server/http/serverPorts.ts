import type { AccountContext } from '../accounts/accountContext.ts'
import type { Attachments } from '../blobs/attachments.ts'
import type { DeviceBudget } from '../gate/deviceBudget.ts'
import type { SyncWatch } from '../gate/syncWatch.ts'
import type { IdentityProvider } from '../login/identityProvider.ts'
import type { SyncGate } from './syncGate.ts'

/** What the HTTP server serves. */
export interface ServerPorts {
  readonly accounts: AccountContext
  /** Null: devices and invitations are the only way in. */
  readonly identityProvider: IdentityProvider | null
  /** Null: this server keeps accounts only, and has no address for synchronisation. `watch`: what the gate counts. */
  readonly syncGate: ((watch: SyncWatch) => SyncGate) | null
  /** Attachments by requests; null: none here. */
  readonly attachments: Attachments | null
  /** Of requests with a session. */
  readonly budget: DeviceBudget
}

/** How it serves. */
export interface HttpSettings {
  /** As people and devices call it, without a slash at the end: `https://delibere.exemple.fr`. It may follow the machine. */
  origin(): string
  readonly tls: { readonly certificate: Buffer | string; readonly key: Buffer | string } | null
  /** SHA-256 of the key of a certificate of its own, which invitations carry; null: its name is enough. */
  readonly pin: Uint8Array | null
  /** Addresses of the proxies in front, whose word on the caller's address is believed. */
  readonly proxies: readonly string[]
  /** Null: no metrics are served. */
  readonly metricsToken: string | null
  readonly requestsPerMinute: number
  /** For what is asked without a session: codes, challenges, logins. */
  readonly anonymousRequestsPerMinute: number
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent'
  /** Where log lines go; null: the standard output. */
  readonly logTo: { write(line: string): void } | null
}
