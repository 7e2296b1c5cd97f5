import type { SignedCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { HubMessage } from './hubMessage.ts'

/** What the machines of a world say to one another: datagrams, each of which may be lost, doubled or late. */
export type Message =
  /** A device offers commits of its chain, in order. */
  | {
      readonly kind: 'push'
      readonly log: string
      readonly device: string
      readonly commits: readonly SignedCommit[]
    }
  /** What follows this position of the log, with the last checkpoint that the device was given [SY17]. */
  | {
      readonly kind: 'pull'
      readonly log: string
      readonly device: string
      readonly after: number
      /** base64url of the receipt at `after`; null at the beginning. */
      readonly r: string | null
      readonly seen: SignedCheckpoint | null
    }
  | Feed
  /** The whole log as of one moment, cut into chunks, for a laptop that has nothing of it. */
  | FirstCopy
  /** The authority does not have that position: it, or the laptop, was restored. */
  | {
      readonly kind: 'elsewhere'
      readonly log: string
      readonly epoch: number
      readonly after: number
      readonly r: string | null
    }
  /** There is something new. */
  | { readonly kind: 'poke'; readonly log: string; readonly head: number }
  /** A laptop whose chain cannot go on asks the administrator to enrol it under a new key. */
  | { readonly kind: 'enrol'; readonly device: string; readonly user: string }
  | { readonly kind: 'enrolled'; readonly device: string }
  | HubMessage

export interface Feed {
  readonly kind: 'feed'
  readonly log: string
  readonly device: string
  readonly after: number
  readonly head: number
  readonly checkpoint: SignedCheckpoint
  /** Last sequence of the device that the authority received. */
  readonly knownSeq: number
  readonly items: readonly FeedItem[]
  /** Bodies of earlier entries that the reader may read from now on, or not any more [SY4]. */
  readonly again: readonly Again[]
}

export interface FirstCopy {
  readonly kind: 'first-copy'
  readonly log: string
  readonly device: string
  readonly head: number
  readonly checkpoint: SignedCheckpoint
  readonly knownSeq: number
  readonly chunk: number
  readonly chunks: number
  readonly items: readonly FeedItem[]
}

/** An entry with its commit: null when the reader may not read it. */
export interface FeedItem {
  readonly entry: Entry
  readonly commit: SignedCommit | null
}

export interface Again {
  readonly g: number
  readonly commit: SignedCommit | null
}

export function describe(message: Message): string {
  switch (message.kind) {
    case 'push':
      return `push ${message.log} ${message.device} ×${message.commits.length}`
    case 'pull':
      return `pull ${message.log} ${message.device} after ${message.after}`
    case 'feed':
      return `feed ${message.log} after ${message.after} of ${message.head} ×${message.items.length} ${message.items.at(-1)?.entry.cid ?? ''} again ×${message.again.length}`
    case 'first-copy':
      return `first copy ${message.log} ${message.chunk} of ${message.chunks} at ${message.head}`
    case 'elsewhere':
      return `elsewhere ${message.log} ${message.epoch}`
    case 'poke':
      return `poke ${message.log} ${message.head}`
    default:
      return JSON.stringify(message, (key, value) => (key === 'items' ? value.length : value)).slice(0, 120)
  }
}
