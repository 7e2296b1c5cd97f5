import { isFinal, type Verdict, type VerdictCode } from '../authority/verdict.ts'
import type { HybridTime, SignedCommit } from '../commit.ts'
import { isHubLog } from '../lease/lease.ts'

/** A place in a chain that this copy wrote; former chains, of devices that had to enrol again, stay. */
export interface OwnPlace {
  readonly dev: string
  readonly seq: number
}

/** An operation of an own commit. */
export interface PendingPlace extends OwnPlace {
  readonly index: number
}

/** Key of the rows `own`. */
export const ownKey = ({ dev, seq }: OwnPlace): string => `${dev}/${seq}`

/** One commit of this device, durable before anything is sent [SY16]. */
export interface OwnCommit {
  readonly cid: string
  readonly commit: SignedCommit
  readonly scope: string
  /** Entities that its operations touch, each once. */
  readonly entities: readonly string[]
  /** Null until an authority said; `deferred` is still awaited. */
  readonly ruling: OwnRuling | null
  /** What was said before an authority was restored from an older state [SY17], or put off what a room had answered. */
  readonly earlier: Verdict | null
}

export interface OwnRuling {
  readonly verdict: Verdict
  readonly code: VerdictCode
  readonly log: string
  readonly g: number
}

/** [SY66] A verdict that stands, of the log where it is kept for good: a hub may be lost with what it answered. */
export const isAnsweredByCentre = ({ ruling }: Pick<OwnCommit, 'ruling'>): boolean =>
  ruling !== null && isFinal(ruling.verdict) && !isHubLog(ruling.log)

/** Where this device stands as an author. */
export interface OwnHead {
  readonly dev: string
  readonly seq: number
  /** SHA-256 of the last header; null before the first commit. */
  readonly digest: Uint8Array | null
  readonly hlc: HybridTime | null
  /** Its chain is forked, revoked, or behind what it already sent: it writes no more under this key. */
  readonly mustEnrol: boolean
  /** The chains that this copy wrote before, oldest first, each with its last place [SY39]. */
  readonly former: readonly OwnPlace[]
}

/** [SY25] A refused commit, until its author takes it up again or lets it go. */
export interface ToRegularise extends OwnPlace {
  readonly verdict: Verdict
  readonly code: VerdictCode
  readonly entities: readonly string[]
}
