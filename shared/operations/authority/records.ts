import type { SignedCommit } from '../commit.ts'
import type { Entry } from './entry.ts'
import type { Ruling } from './verdict.ts'

/** A verdict, and its place in the log. */
export interface OrderedRuling extends Ruling {
  readonly g: number
}

/** A commit that was received: verified, in its chain, stored before anything is said of it. */
export interface CommitRecord {
  readonly commit: SignedCommit
  readonly dev: string
  readonly usr: string
  readonly seq: number
  readonly scope: string
  /** Null while it has none. */
  readonly ruling: OrderedRuling | null
  /** The body was dropped by an erasure [SY28]; `commit.body` is then empty. */
  readonly erased: boolean
}

export interface EntryRecord {
  readonly entry: Entry
  /** r_g, 32 bytes. */
  readonly r: Uint8Array
  /** Scopes whose readers may have changed with this entry [SY4]. */
  readonly effects: readonly VisibilityEffect[]
}

/** Somebody may read something from here on, or may not any more: the feed looks again at what holds now. */
export type VisibilityEffect =
  /** Everything this user may read. */
  | { readonly user: string }
  /** This dossier, its sheets and what sessions say of it; `member` null: for everybody. */
  | { readonly dossier: string; readonly member: string | null }
  /** A session was taken back to an earlier state: who does not read all of it cannot fold that. */
  | { readonly session: string }
  /** Bodies that nobody keeps any more [SY28], by identifier. */
  | { readonly erased: readonly string[] }

export interface LogRecord {
  readonly log: string
  readonly epoch: number
  readonly g: number
  readonly r: Uint8Array
}

export interface Waiting {
  readonly commits: readonly {
    readonly seq: number
    readonly commit: SignedCommit
    readonly via: string | null
  }[]
}
