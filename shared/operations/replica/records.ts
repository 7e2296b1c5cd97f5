import type { Verdict, VerdictCode } from '../authority/verdict.ts'
import type { HybridTime, SignedCommit } from '../commit.ts'

/** One commit of this device, durable before anything is sent [SY16]. */
export interface OwnCommit {
  readonly cid: string
  readonly commit: SignedCommit
  readonly scope: string
  /** Entities that its operations touch, each once. */
  readonly entities: readonly string[]
  /** Null until an authority said; `deferred` is still awaited. */
  readonly ruling: OwnRuling | null
  /** What an authority had said before it was restored from an older state [SY17]. */
  readonly earlier: Verdict | null
}

export interface OwnRuling {
  readonly verdict: Verdict
  readonly code: VerdictCode
  readonly log: string
  readonly g: number
}

/** Where this device stands as an author. */
export interface OwnHead {
  readonly dev: string
  readonly seq: number
  /** SHA-256 of the last header; null before the first commit. */
  readonly digest: Uint8Array | null
  readonly hlc: HybridTime | null
  /** Its chain is forked, revoked, or behind what it already sent: it writes no more under this key. */
  readonly mustEnrol: boolean
}

/** [SY25] A refused commit, until its author takes it up again or lets it go. */
export interface ToRegularise {
  readonly seq: number
  readonly verdict: Verdict
  readonly code: VerdictCode
  readonly entities: readonly string[]
}
