import type { FoundPeople, FoundState } from '../audit/auditLine.ts'
import type { EnrolledDevice } from '../control/enrolledDevice.ts'
import type { InvitedUser } from '../control/invitedUser.ts'
import type { ToldCommit } from '../lease/endVoided.ts'
import type { KeptRun } from '../lease/keepRun.ts'
import type { Lease } from '../lease/lease.ts'
import type { OwnCommit, OwnHead, OwnPlace, PendingPlace, ToRegularise } from '../replica/records.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { Aggregate } from './aggregate.ts'
import type { SignedCheckpoint } from './checkpoint.ts'
import type { Entry } from './entry.ts'
import type { CommitRecord, EntryRecord, LogRecord, OrderedRuling, Waiting } from './records.ts'

/**
 * Everything that an authority or a replica knows, as rows of named tables under text keys: plain, serialisable, one
 * lookup each. A store in memory, SQLite or PostgreSQL keeps them as it likes behind {@link Lookups}.
 */
export interface Rows {
  // --- what operations made ---
  /** key: entity. */
  aggregate: Aggregate
  /** key: `entity@version`. Where the operation lies that made this version; read by `aggregate.revert@1` only. */
  made: { readonly cid: string; readonly index: number }
  /** key: entity. The state from which its history is kept, when not from nothing: founding, snapshot, erasure. */
  base: Aggregate
  /** key: entity. What the log found of it when it was founded [SY61], as far as an auditor judges by it: never changed. */
  founded: FoundState
  /** key: `log`. Who was there when the log was founded [SY61]: never changed. */
  founding: FoundPeople
  /** key: candidature. Of which dossier it is, for ever. */
  placement: { readonly dossier: string }
  /** key: `candidatures/<dossier>`, `sheets/<candidature>`, `recusals/<candidature>`, `sessions/<candidature>`, `documents/<candidature>`, `leases/<session>`, `beside/<lease>` (roots that it covers beside its session and dossiers), `filed/<grid>` (a sheet that locks it), `call/<call>/<bucket>` (its candidatures), `members`, `committee`, `calls`, `grids`, `sessions`, `scenarios`, `leases` (open ones), `runs/<lease>` (its kept runs), `told/<lease>` (devices that told what they hold of a voided one), `told-commits/<lease>`. */
  index: { readonly ids: readonly string[] }
  /** key: dossier. The dossiers it is reunited with through a duplicate, one step. */
  reunion: { readonly links: readonly { readonly candidature: string; readonly dossier: string }[] }
  /** key: `<dossier>/<member>`. Candidatures of this dossier on which the member has a recusal in force. */
  recusal: { readonly candidatures: readonly string[] }
  /** key: `dossier/<id>` or `candidature/<id>`. The closed session that decided it. */
  frozen: { readonly session: string }
  /** key: candidature. Its sheets are shown to every member who reads the dossier. */
  revealed: { readonly session: string }
  /** key: user. */
  user: InvitedUser
  /** key: device. */
  device: EnrolledDevice
  /** key: user. Those that were ended included. */
  mandates: { readonly list: readonly Mandate[] }
  /** key: mandate. Whose it is. */
  mandateOf: { readonly user: string }
  /** key: lease. */
  lease: Lease
  /** key: `session/<id>` or `dossier/<id>`. The open lease that covers it. */
  leased: { readonly lease: string; readonly log: string }
  /** key: `<lease>/<table>/<key>`. A row of rights or of the committee as it was when the lease began, if it changed since. */
  held: { readonly change: RowChange }
  // --- what an authority received and said ---
  /** key: device. Its last commit that was received. */
  chain: { readonly seq: number; readonly digest: Uint8Array }
  /** key: `<device>/<seq>`. */
  sequence: { readonly cid: string }
  /** key: cid. */
  commit: CommitRecord
  /** key: cid. What a commit touched whose body was dropped: later copies get these as rows. */
  erasure: { readonly entities: readonly string[] }
  /** key: g, decimal. */
  entry: EntryRecord
  /** key: `log`. */
  log: LogRecord
  /** key: cid. What a hub said, before its successor, of a commit that the successor did not have: it stands when it comes. */
  promised: OrderedRuling
  /** key: `log`. Where the log of the centre stood when a hub took its seed. */
  basis: { readonly log: string; readonly epoch: number; readonly g: number }
  /** key: device. Commits that wait for their predecessor, by sequence. */
  waiting: Waiting
  /** key: `<lease>/<n>`, from 1. Commits deferred under a lease, in order of arrival. */
  deferred: { readonly cid: string }
  /** key: lease. How many were deferred under it. */
  deferredCount: { readonly count: number }
  /** key: `<lease>/<n>`. A run of a room that came back, for the auditor [SY62]; `runs/<lease>` of `index` names them. */
  roomRun: KeptRun
  /** key: `<lease>/<n>/<page>`, from 1. The entries of a run, in order. */
  roomRunPage: { readonly entries: readonly Entry[] }
  /** key: `<lease>/<cid>`. A commit of a voided room that a device told, until the order is rebuilt [SY21]. */
  told: ToldCommit
  /** key: n, decimal, from 1. Commits that a hub carries for the centre and does not order itself. */
  carried: { readonly cid: string }
  /** key: `carried`. */
  carriedCount: { readonly count: number }
  // --- what a replica keeps ---
  /** key: log. What it holds of that log, without a hole [SY24]. */
  cursor: LogRecord
  /** key: `follow`. The authority whose log its own commits cite. */
  followed: { readonly log: string }
  /** key: `<log>/<g>`. The receipts it holds: a witness of the authority. */
  heard: { readonly entry: Entry; readonly r: Uint8Array }
  /** key: `own`. */
  ownHead: OwnHead
  /** key: `<device>/<seq>` (`ownKey`). */
  own: OwnCommit
  /** key: cid. */
  ownSeq: OwnPlace
  /** key: entity. Own operations that no authority settled, in the order in which they were written. */
  pendingOn: { readonly ops: readonly PendingPlace[] }
  /** key: cid. */
  toRegularise: ToRegularise
  /** key: entity. By log: the operations up to this place of it are in the state, even those that never came here. */
  asOf: { readonly places: Readonly<Record<string, number>> }
  /** key: log. The last checkpoint that came with what is held of that log: shown to an authority that was restored, or lost. */
  vouched: SignedCheckpoint
  /** key: `<log>/<cid>`. Where a hub ordered a commit: the centre tells it again, later, at another place. */
  heardAt: { readonly g: number }
  /** key: log. What it holds is to be taken anew, from a state of that log at `g` or later. */
  anew: { readonly g: number }
  /** key: log. The last place of it where what its user may read changed as a whole. */
  sightChanged: { readonly g: number }
  /** key: entity. */
  readOnly: {
    readonly why: 'unknown-kind' | 'history-missing'
    /** Kinds of operations that the program did not know when they came. */
    readonly kinds?: readonly string[]
  }
  /** key: dossier. Nothing of it is kept, since this place of that log [SY4]. */
  purged: { readonly log: string; readonly g: number }
  /** key: dossier. Commits of others whose bodies say something of it. */
  bodiesOf: { readonly cids: readonly string[] }
}

export type Table = keyof Rows

/** What a lookup answers when the row was not loaded yet: neither there nor known to be absent. */
export const missing = 'missing'
export type Missing = typeof missing

export interface RowKey {
  readonly table: Table
  readonly key: string
}

/** One synchronous lookup, never a walk. `null`: there is no such row. */
export interface Lookups {
  row<T extends Table>(table: T, key: string): Rows[T] | null | Missing
}

/** One row to write; `row` null removes it. */
export type RowChange = {
  [T in Table]: { readonly table: T; readonly key: string; readonly row: Rows[T] | null }
}[Table]

/** Asked again by the caller once these rows are loaded. */
export interface Needs {
  readonly needs: readonly RowKey[]
}

export const lacks = (answer: object): answer is Needs => 'needs' in answer
