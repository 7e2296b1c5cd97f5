/** What the auditor answers. */
export interface AuditReport {
  /** No fault in what the export holds; `unseen` says what it does not hold. */
  readonly conforme: boolean
  /** The first {@link mostFaults}, in the order in which they were met. */
  readonly faults: readonly AuditFault[]
  /** How many there were. */
  readonly faultCount: number
  /** What is no fault and deserves a look. */
  readonly remarks: readonly AuditRemark[]
  readonly log: string
  /** SHA-256 of the key of the authority, base64url: to compare with what it published. */
  readonly authorityFingerprint: string
  readonly checked: Readonly<Record<'entries' | 'commits' | 'bodies' | 'checkpoints' | 'rooms', number>>
  /** Accepted commits whose right, freeze, recusals and quorum were judged again. */
  readonly judgedAgain: number
  /**
   * What stands before the first entry: `bound` by the digest in that entry, `told` by whoever made the export and by nothing
   * else, `unseen` when he may not know all of it.
   */
  readonly founding: 'bound' | 'told' | 'unseen'
  /** `before`: entries that lie before the place where the export begins. */
  readonly unseen: Readonly<
    Record<'before' | 'commits' | 'bodies' | 'keys' | 'rooms' | 'erased' | 'notJudgedAgain', number>
  >
}

export const mostFaults = 1000

/** Where a fault or a remark lies; what is not known of its place is absent. */
export interface AuditPlace {
  /** Place in the log. */
  readonly g?: number
  readonly cid?: string
  readonly dev?: string
  readonly seq?: number
  readonly lease?: string
  /** Line of the export, from 1. */
  readonly line?: number
  /** Aggregate it touches. */
  readonly entity?: string
}

export interface AuditFault extends AuditPlace {
  readonly fault: FaultCode
}

export interface AuditRemark extends AuditPlace {
  readonly remark: RemarkCode
}

/** Permanent, like verdicts. */
export const faultCodes = [
  // the export
  'line-unreadable',
  'line-out-of-order',
  'export-cut',
  'other-authority',
  // the log
  'entry-out-of-place',
  'entry-of-other-log',
  'epoch-goes-back',
  'verdict-unknown',
  'second-verdict',
  'receipt-differs',
  'checkpoint-signature-wrong',
  'checkpoint-beyond-log',
  'log-not-vouched',
  // the commits
  'commit-missing',
  'commit-unreadable',
  'commit-other',
  'device-unknown',
  'device-key-differs',
  'founded-twice',
  'founding-differs',
  'signature-wrong',
  'body-altered',
  'body-missing',
  // the chains
  'chain-gap',
  'chain-broken',
  'fork-accepted',
  'fork-unproven',
  'order-against-chain',
  'base-not-a-prefix',
  // the rooms
  'lease-unknown',
  'lease-differs',
  'run-broken',
  'run-not-vouched',
  'run-parts',
  'room-order-differs',
  'ordered-under-lease',
  // judged again
  'author-not-owner',
  'device-revoked',
  'device-forked',
  'not-revoked',
  'no-right',
  'not-the-writer',
  'own-recusal',
  'recused',
  'not-recused',
  'after-freeze',
  'not-frozen',
  'no-quorum',
  'wrong-scope',
] as const
export type FaultCode = (typeof faultCodes)[number]

export const remarkCodes = [
  /** The room said something else than the centre, whose verdict stands. */
  'verdict-differs',
  /** The room ordered it, and it never reached the centre. */
  'commit-lost',
  /** A hub and its successor hold two ends of one order: the one that came back stands. */
  'two-orders',
  /** A restoration lost a part of the log that somebody had seen. */
  'lost-history',
  /** A chain goes on from another log, which this export does not hold. */
  'chain-from-before',
  /** Accepted in a room from a device that the centre had revoked meanwhile. */
  'revoked-meanwhile',
  /** A device signed two commits under one number: one was kept aside as proof. */
  'fork-proven',
] as const
export type RemarkCode = (typeof remarkCodes)[number]
