import type { ObjectStoreSettings } from '../blobs/objectStore.ts'
import type { StoreSettings } from '../store/openStore.ts'

/** How one process of the server runs; read from its environment, once. */
export interface Configuration {
  /** Folder of the data, of the lock and of the key of the authority. */
  readonly dataFolder: string
  readonly listen: { readonly host: string; readonly port: number }
  /** As people call it, without a slash at the end; null: that of the port once it is open. */
  readonly origin: string | null
  /** `own`: the server makes its certificate itself, under a key that it keeps; `none`: a proxy in front carries TLS. */
  readonly tls:
    | { readonly kind: 'files'; readonly certificatePath: string; readonly keyPath: string }
    | { readonly kind: 'own'; readonly keyPath: string }
    | { readonly kind: 'none' }
  /** Addresses of the proxies in front. */
  readonly proxies: readonly string[]
  readonly store: StoreSettings
  readonly authorityKey: { readonly path: string; readonly mayBeMade: boolean }
  readonly organisationName: string
  /** Where attachments lie; a folder unless it is a bucket. */
  readonly attachments:
    | { readonly kind: 'folder'; readonly folder: string }
    | ({ readonly kind: 'bucket' } & ObjectStoreSettings)
  readonly openId: {
    readonly issuer: URL
    readonly clientId: string
    readonly clientSecret: string
    readonly acr: readonly string[]
  } | null
  readonly metricsToken: string | null
  readonly requestsPerMinute: number
  readonly anonymousRequestsPerMinute: number
  /** Of one device, wherever it asks from. */
  readonly deviceRequestsPerMinute: number
  /** Frames and commits of one device on its channel, a minute; beyond, it waits. */
  readonly deviceCommitsPerMinute: number
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent'
}

/** A configuration that cannot be right: French sentences, shown to who starts the server. Exit code 2. */
export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused'
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}
