/** [SY18] The signed right to order a session and its dossiers. */
export interface Lease {
  readonly id: string
  readonly session: string
  /** Dossiers on the agenda. */
  readonly dossiers: readonly string[]
  /** Device that orders, then those that may succeed it, in order. */
  readonly hub: string
  readonly successors: readonly string[]
  /** Entries of the centre as of which rights hold in the room. */
  readonly g: number
  /** Milliseconds since 1970-01-01T00:00:00Z. For people to read and screens to warn: a lease ends by its return or its voiding. */
  readonly from: number
  readonly to: number
  /** Opened without the centre [SY22]. */
  readonly emergency: boolean
  readonly standing: 'open' | 'returned' | 'voided' | 'set-apart'
  /** Entries of the centre when it ended; null while it is open. */
  readonly endedG: number | null
}

/** The log that the hub of a lease writes. */
export const leaseLog = (leaseId: string): string => `lease/${leaseId}`

export const isHubLog = (log: string): boolean => log.startsWith('lease/')
