import type { Json } from '#shared/kernel/canonicalJson.ts'

/**
 * What anybody may be handed to check a log without its authority: plain JSON, every byte string in base64url. Described
 * here on its own: the auditor shares no code with what it audits but the encodings of `docs/file-format.md` §5.
 */
export interface AuditExport {
  readonly format: 1
  readonly log: string
  /** Raw Ed25519 key of the authority. */
  readonly authorityKey: string
  /** Raw Ed25519 keys by device. */
  readonly deviceKeys: Readonly<Record<string, string>>
  /** Entries in order, as their authority wrote them. */
  readonly entries: readonly AuditedEntry[]
  readonly checkpoints: readonly AuditedCheckpoint[]
  readonly commits: readonly AuditedCommit[]
  /** Heads of chains that began before this log (a file that existed before), by device. */
  readonly chainsBefore: Readonly<Record<string, { readonly seq: number; readonly id: string }>>
}

export interface AuditedEntry {
  readonly log: string
  readonly epoch: number
  readonly g: number
  readonly cid: string
  readonly verdict: string
  readonly code: string
  readonly at: number
  readonly via: string | null
}

export interface AuditedCheckpoint {
  readonly log: string
  readonly epoch: number
  readonly g: number
  readonly r: string
  readonly at: number
  readonly signature: string
}

export interface AuditedCommit {
  readonly header: string
  /** Null: the body was erased, or is not for whoever asked. */
  readonly body: string | null
  readonly signature: string
}

export type AuditFault =
  | { readonly fault: 'entry-out-of-place'; readonly g: number }
  | { readonly fault: 'entry-of-other-log'; readonly g: number }
  | { readonly fault: 'epoch-goes-back'; readonly g: number }
  | { readonly fault: 'verdict-unknown'; readonly g: number }
  | { readonly fault: 'second-verdict'; readonly g: number; readonly cid: string }
  | { readonly fault: 'commit-missing'; readonly g: number; readonly cid: string }
  | { readonly fault: 'commit-unordered'; readonly cid: string }
  | { readonly fault: 'commit-twice'; readonly cid: string }
  | { readonly fault: 'commit-unreadable'; readonly place: number }
  | { readonly fault: 'device-unknown'; readonly cid: string; readonly dev: string }
  | { readonly fault: 'signature-wrong'; readonly cid: string }
  | { readonly fault: 'body-altered'; readonly cid: string }
  | { readonly fault: 'body-missing'; readonly cid: string }
  | { readonly fault: 'chain-gap'; readonly dev: string; readonly seq: number }
  | { readonly fault: 'chain-broken'; readonly dev: string; readonly seq: number }
  | { readonly fault: 'fork-accepted'; readonly dev: string; readonly seq: number }
  | { readonly fault: 'order-against-chain'; readonly dev: string; readonly seq: number }
  | { readonly fault: 'base-not-a-prefix'; readonly cid: string; readonly g: number }
  | { readonly fault: 'checkpoint-signature-wrong'; readonly g: number }
  | { readonly fault: 'checkpoint-beyond-log'; readonly g: number }
  | { readonly fault: 'receipt-differs'; readonly g: number }
  | { readonly fault: 'log-not-vouched'; readonly g: number }
  | { readonly fault: 'malformed'; readonly why: string }

export interface AuditReport {
  readonly conforme: boolean
  /** Everything found, in the order of the questions. */
  readonly faults: readonly AuditFault[]
  readonly checked: Readonly<Record<'entries' | 'commits' | 'checkpoints', number>>
}

export type ParsedHeader = {
  readonly dev: string
  readonly seq: number
  readonly prev: string | null
  readonly follow: { readonly log: string; readonly epoch: number } | null
  readonly base: { readonly g: number; readonly r: string } | null
  readonly bh: string
  readonly n: number
} & { readonly [member: string]: Json }
