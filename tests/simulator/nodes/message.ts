import type { SignedCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { LogRecord } from '#shared/operations/authority/records.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { LogPosition, SignedCommit } from '#shared/operations/commit.ts'
import type { FedRow, Feed } from '#shared/operations/feed/feed.ts'
import type { KnownHead } from '#shared/operations/replica/offerOwn.ts'
import type { BlobMessage } from '../attachments/blobMessage.ts'
import type { Packet } from '../wire/line.ts'
import type { HubMessage } from './hubMessage.ts'

/** What the machines of a world say to one another: datagrams, each of which may be lost, doubled or late. */
export type Message =
  /** A device offers commits of its chains, in order. */
  | { readonly kind: 'push'; readonly log: string; readonly commits: readonly SignedCommit[] }
  /** What follows this place of the log, with the last checkpoint that the device was given [SY17]. */
  | {
      readonly kind: 'pull'
      readonly log: string
      readonly device: string
      readonly after: number
      readonly seen: SignedCheckpoint | null
    }
  | Told
  | Question
  | Answer
  /** There is something new. */
  | { readonly kind: 'poke'; readonly log: string; readonly head: number }
  /** A laptop whose chain cannot go on asks the administrator to enrol it under a new key. */
  | { readonly kind: 'enrol'; readonly device: string; readonly user: string }
  | { readonly kind: 'enrolled'; readonly device: string }
  /** Who is there; with rights and heads of chains for a laptop that may be a hub. */
  | { readonly kind: 'ask-directory'; readonly device: string; readonly id: number }
  | { readonly kind: 'directory'; readonly id: number; readonly rows: readonly RowChange[] }
  | HubMessage
  | BlobMessage
  /** Between two machines of the exchange. */
  | Packet

/** A feed of the core, with what vouches for it and what is known of the chain of the device that asked. */
export interface Told {
  readonly kind: 'feed'
  readonly device: string
  readonly feed: Feed
  /** At `feed.upToG`. */
  readonly checkpoint: SignedCheckpoint
  readonly known: KnownHead
}

/** A question bears an id; an answer to a question that is not open any more is not looked at. */
export type Question =
  | {
      readonly kind: 'ask-rows'
      readonly log: string
      readonly device: string
      readonly id: number
      readonly entities: readonly string[]
    }
  | { readonly kind: 'ask-copy'; readonly log: string; readonly device: string; readonly id: number }
  | {
      readonly kind: 'ask-agreed'
      readonly log: string
      readonly device: string
      readonly id: number
      readonly places: readonly LogPosition[]
    }

export type Answer =
  | {
      readonly kind: 'rows'
      readonly log: string
      readonly id: number
      readonly epoch: number
      readonly rows: readonly FedRow[]
    }
  | CopyChunk
  | {
      readonly kind: 'agreed'
      readonly log: string
      readonly id: number
      readonly epoch: number
      readonly g: number
    }

/** A whole copy as of one moment, cut into chunks. */
export interface CopyChunk {
  readonly kind: 'copy'
  readonly log: string
  readonly id: number
  readonly head: LogRecord
  readonly checkpoint: SignedCheckpoint
  readonly chunk: number
  readonly chunks: number
  readonly rows: readonly FedRow[]
}

export function describe(message: Message): string {
  switch (message.kind) {
    case 'push':
      return `push ${message.log} ×${message.commits.length}`
    case 'pull':
      return `pull ${message.log} ${message.device} after ${message.after}`
    case 'feed': {
      const { log, epoch, fromG, upToG, headG, entries, grants, purges } = message.feed
      const last = entries.at(-1)?.entry.cid ?? ''
      return `feed ${log}/${epoch} ${fromG}–${upToG} of ${headG} ${last} grants ×${grants.length} purges ×${purges.length}`
    }
    case 'ask-rows':
    case 'ask-copy':
    case 'ask-agreed':
      return `${message.kind} ${message.log} ${message.id}`
    case 'rows':
      return `rows ${message.log} ${message.id} ×${message.rows.length}`
    case 'copy':
      return `copy ${message.log} ${message.id} ${message.chunk} of ${message.chunks} at ${message.head.g}`
    case 'agreed':
      return `agreed ${message.log} ${message.id} at ${message.g}`
    case 'poke':
      return `poke ${message.log} ${message.head}`
    case 'return':
      return `return ${message.lease} ×${message.run.entries.length}`
    case 'directory':
      return `directory ${message.id} ×${message.rows.length}`
    case 'line':
      return `line ${message.id} ${message.what} ${message.n}`
    case 'blob-ask':
      return `blob-ask ${message.id} ${message.request.method} ${message.request.path}`
    case 'blob-answer':
      return `blob-answer ${message.id} ${message.response.status}`
    case 'lease':
      return `lease ${message.lease.id}`
    default:
      return `${message.kind} ${Object.values(message).slice(1).join(' ')}`
  }
}
