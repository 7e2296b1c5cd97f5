/**
 * What anybody may be handed to check a log without its authority: lines of JSON, one fact a line, in this order, every byte
 * string in base64url (`docs/sync-audit.md`). Described here on its own: the auditor shares no code with what it audits but
 * the encodings of `docs/file-format.md` §5.
 */
export type AuditLine =
  | AuditHead
  | AuditedDevice
  | AuditedMandate
  | AuditedChain
  | AuditedState
  | AuditedLease
  | AuditedPlace
  | AuditedRunEntry
  | AuditedCheckpoint
  | AuditTail

/** The first line. */
export interface AuditHead {
  readonly is: 'delibere-audit'
  readonly format: 1
  /** Name of the log: `lease/<id>` for the one of a room. */
  readonly log: string
  /** Raw Ed25519 key of the authority. */
  readonly authorityKey: string
  /** `part`: whoever made it may not read everything; what is not there is said, and is no fault. */
  readonly reader: 'all' | 'part'
  /** Milliseconds since 1970-01-01T00:00:00Z; for people to read. */
  readonly at: number
  /** Of a `part` alone: the place, with its receipt, after which it begins. A copy that was taken later has nothing before. */
  readonly from?: AuditedStart
}

export interface AuditedStart {
  readonly g: number
  readonly r: string
}

/** A device that wrote, or may: its raw Ed25519 key, and whose it is. */
export interface AuditedDevice {
  readonly is: 'device'
  readonly id: string
  readonly user: string
  readonly key: string
  /** It was there before the first entry: no entry enrols it. */
  readonly founding: boolean
  /** Of a founding device that was revoked before the first entry: its last sequence that holds. Else absent. */
  readonly lastSeq?: number
}

/** A mandate that was there before the first entry; the others are given by entries. */
export interface AuditedMandate {
  readonly is: 'mandate'
  readonly id: string
  readonly user: string
  readonly role: string
  readonly memberId: string | null
  readonly dossiers: readonly string[]
}

/** A chain that began before this log: its last commit that lies before. */
export interface AuditedChain {
  readonly is: 'chain'
  readonly dev: string
  readonly seq: number
  readonly id: string
}

/** What the log found when it began, as far as the auditor judges by it; `state` null: what it was is not known any more. */
export interface AuditedState {
  readonly is: 'state'
  readonly entity: string
  readonly state: FoundState | null
}

/** Who was there when a log was founded [SY61], in the order of an export. */
export interface FoundPeople {
  readonly devices: readonly AuditedDevice[]
  readonly mandates: readonly AuditedMandate[]
}

/** Members by kind of entity: those of a committee, a member, a candidature, a recusal, a session; no name, no mark, no text. */
export interface FoundState {
  readonly instanceType?: string
  readonly proxiesPerHolder?: number
  readonly role?: string
  readonly voice?: string
  readonly inOffice?: boolean
  readonly substituteOf?: string | null
  readonly dossierId?: string
  readonly mergedInto?: string | null
  readonly status?: string
  readonly counting?: string
  readonly secondConvocation?: boolean
  readonly agenda?: readonly {
    readonly id: string
    readonly candidatureId: string | null
    readonly kind: string
    readonly opinion: string | null
  }[]
  readonly present?: readonly string[]
  readonly substitutions?: Readonly<Record<string, string>>
  readonly proxies?: readonly { readonly giverId: string; readonly holderId: string }[]
}

/** The right that was lent to a room: what it covers, who ordered, and between which entries. */
export interface AuditedLease {
  readonly is: 'lease'
  readonly id: string
  readonly session: string
  readonly dossiers: readonly string[]
  readonly hub: string
  readonly successors: readonly string[]
  readonly standing: string
  readonly endedG: number | null
}

/** One entry as its authority wrote it, with the commit that it answers. */
export interface AuditedPlace {
  readonly is: 'entry'
  readonly entry: AuditedEntry
  /** Null: not for whoever made the export. */
  readonly commit: AuditedCommit | null
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

export interface AuditedCommit {
  readonly header: string
  /** Null: erased, or not for whoever made the export. */
  readonly body: string | null
  readonly signature: string
}

/** One entry of the log of a room, as its hub wrote it. `run` tells apart those that several devices hold of one lease. */
export interface AuditedRunEntry {
  readonly is: 'run-entry'
  readonly run: string
  readonly entry: AuditedEntry
}

/** A signed place of the log, or of the run of a room when `run` is there. */
export interface AuditedCheckpoint {
  readonly is: 'checkpoint'
  readonly run?: string
  readonly log: string
  readonly epoch: number
  readonly g: number
  readonly r: string
  readonly at: number
  readonly signature: string
}

/** The last line: an export that was cut does not end. */
export interface AuditTail {
  readonly is: 'end'
  readonly entries: number
}
