import type { Aggregate } from '../authority/aggregate.ts'
import type { Entry } from '../authority/entry.ts'
import type { SignedCommit } from '../commit.ts'
import type { Mandate } from '../rights/mandate.ts'

/** What an authority tells one reader: every receipt of a stretch of its log, and of the bodies those that he may read. */
export interface Feed {
  readonly log: string
  readonly epoch: number
  /** The reader held the log up to here. */
  readonly fromG: number
  /** Up to here `entries` tells it, without a hole. */
  readonly upToG: number
  /** Where the log stands: the feed goes on while `upToG` is less. */
  readonly headG: number
  readonly entries: readonly FedEntry[]
  /** His rights changed: what he holds is to be taken anew, from a snapshot. */
  readonly anew: boolean
  /** Somebody came, left, or has other rights or laptops, in this stretch: the directory says who is there now. */
  readonly people: boolean
  /** His own mandates, as they stand. */
  readonly mandates: readonly Mandate[]
  /** [SY4] Given (again): replaces whatever the reader holds of that dossier or session. */
  readonly grants: readonly Grant[]
  /** [SY4] Taken away: dossiers of which nothing may be kept. */
  readonly purges: readonly string[]
  /** [SY28] Bodies that nobody keeps, by identifier of their commit. */
  readonly erased: readonly string[]
}

export interface FedEntry {
  readonly entry: Entry
  /** Null: not for this reader, or none is kept. */
  readonly commit: SignedCommit | null
}

export interface Grant {
  /** `dossier/<id>` with its candidatures, sheets and sessions; `session/<id>`, `scenario/<id>`; `erased/<cid>` with what that commit touched. */
  readonly root: string
  readonly rows: readonly FedRow[]
}

/** The state of an aggregate as this reader may see it, with entries up to `g` folded; 0 for what a hub does not order. */
export interface FedRow {
  readonly entity: string
  readonly aggregate: Aggregate
  readonly g: number
  /** Given by a hub: the log of the centre up to here is in it too; null from a centre. */
  readonly basis: { readonly log: string; readonly epoch: number; readonly g: number } | null
}
