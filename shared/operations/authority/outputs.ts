import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { LogPosition } from '../commit.ts'
import type { Entry } from './entry.ts'
import type { Lookups, Needs, RowChange, RowKey } from './rows.ts'
import type { Verdict } from './verdict.ts'

/** What an authority has to say, once what it wrote is durable [SY16]. */
export type AuthorityOutput =
  | {
      readonly kind: 'entry'
      readonly entry: Entry
      readonly r: Uint8Array
      readonly dev: string
      readonly seq: number
    }
  /** Known already: nothing changed [SY7]. `g` null: received and not ordered here. */
  | {
      readonly kind: 'duplicate'
      readonly cid: string
      readonly verdict: Verdict | null
      readonly g: number | null
    }
  /** Its predecessor did not come yet: `expectedSeq` is the first that is missing. */
  | { readonly kind: 'waiting'; readonly dev: string; readonly seq: number; readonly expectedSeq: number }
  /** No commit of a known device: nothing is kept of it, it may come again. */
  | { readonly kind: 'turned-away'; readonly code: RefusalCode | 'device.unknown' | 'waiting.full' }
  /** A hub keeps it for the centre. */
  | { readonly kind: 'carried'; readonly cid: string; readonly dev: string; readonly seq: number }
  /** The author had seen another log than this one: it was restored from an older state, or the author lies [SY17]. */
  | {
      readonly kind: 'other-history'
      readonly dev: string
      readonly epoch: number
      readonly base: LogPosition
    }
  | { readonly kind: 'restored'; readonly epoch: number }
  | { readonly kind: 'incident'; readonly incident: Incident }

/** What a human must see [SY17, SY20]. */
export type Incident =
  | {
      readonly of: 'verdict-differs'
      readonly cid: string
      readonly log: string
      readonly theirs: Verdict
      readonly ours: Verdict
    }
  /** Ordered in the room, and its body never came. */
  | { readonly of: 'commit-lost'; readonly cid: string; readonly log: string }
  /** Written in the room by a device that was revoked meanwhile: it stands until somebody decides. */
  | { readonly of: 'revoked-meanwhile'; readonly cid: string; readonly dev: string }
  /** Two emergency leases of one session: the second that returned is kept apart for a human [SY22]. */
  | { readonly of: 'second-lease'; readonly lease: string }
  /** Own commits that do not leave, or what is owed that is not given: tried again and again, in vain so far [EX18]. */
  | { readonly of: 'held-up'; readonly log: string; readonly what: 'sending' | 'catching-up' }
  /** An own commit that an authority will not take at all [EX18]; those after it wait. */
  | { readonly of: 'turned-away'; readonly cid: string; readonly log: string; readonly code: string }
  /** Two runs of one log that are both signed and differ. */
  | { readonly of: 'two-orders'; readonly log: string; readonly g: number }

/** One step of an authority: to be written in one transaction, then said. */
export interface AuthorityStep {
  readonly changes: readonly RowChange[]
  readonly outputs: readonly AuthorityOutput[]
}

export type AuthorityAnswer = AuthorityStep | Needs

/** A step, asked until it lacks nothing. Pure: it may be asked again. */
export interface AuthorityStepAsk {
  (view: Lookups): AuthorityAnswer
  /** Rows that it will probably ask for: a store that goes far for each question loads those of a whole group at once. */
  readonly likely?: readonly RowKey[]
}
