import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { FileState } from '#shared/operations/authority/adoptStates.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { Incident } from '#shared/operations/authority/outputs.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { Verdict, VerdictCode } from '#shared/operations/authority/verdict.ts'
import type { ReplicaAnswer, ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import type { Actor } from './ports.ts'

/**
 * What a host asks of a file that is shared, or is about to be. Everything here is synchronous and durable when it
 * answers: what `copy.row('own', …)` shows after an act may be sent [SY16].
 */
export interface FileSharing {
  state(): SharingState
  /** Null while the file is alone. */
  self(): SharedSelf | null

  /**
   * A new device key of this machine for this file, kept in the file and not used before it is enrolled. Asked again, the
   * same one, until it is used: a cut in the middle of an enrolment costs nothing.
   */
  prepareDevice(): DeviceKey
  /** The key under which this machine writes; null while the file is alone, or when this machine was never enrolled in it. */
  device(): DeviceKey | null
  /** What a centre goes on from, of this file, alone so far [SY32]: in the order in which it takes it in, read while it is asked for. */
  states(): Iterable<FileState>
  /**
   * From alone to shared, after the centre has taken {@link states} and the prepared device: the file begins its copy at
   * the beginning of that log. What was done alone stays in the file, and cannot be undone any more. Refuses
   * `sync.already-shared`, `entity.missing` when the device was not prepared here.
   */
  share(enrolment: Enrolment): Result<null>
  /**
   * The prepared device was enrolled instead of the one that must not write any more: it becomes this machine's. What no
   * authority answered of the former chain is still offered as it is (`offerFormer`); what is then refused because of that
   * chain is said again under the new one, by itself [SY39]. Refuses `entity.missing` when it was not prepared here.
   */
  enrolAnew(device: string): Result<null>
  /** Own mandates as the last feed told them; the directory, as far as this person may know it. */
  learn(told: { readonly mandates?: readonly Mandate[]; readonly people?: readonly KnownPerson[] }): void
  /** What the authority says at its greeting shows that this copy may not write on. Nothing pending is lost. */
  mustEnrol(why: MustEnrol): void

  /**
   * While an act is under way nothing can be taken in: whatever answers a result refuses `entity.changed-meanwhile` (ask again
   * in a moment), what answers nothing is written when the act has ended.
   */
  isBusy(): boolean
  /** The copy that this device follows with. Alone: no rows. */
  readonly copy: SharedRows
  /**
   * One step of the replica: what `answer` makes of the copy is written, with the shown states that follow, in one
   * transaction; incidents are kept in it. Refuses `entity.changed-meanwhile` while an act is under way (ask again),
   * `file.disk-full`, `file.read-only`.
   */
  take(answer: (copy: SharedRows) => ReplicaAnswer): Result<readonly ReplicaOutput[]>

  /** The rows of an authority while this laptop orders a room, by lease. */
  readonly hubs: HubSpaces

  /** Own refused commits that wait for a decision, the oldest first [SY25]. */
  toRegularise(): readonly RefusedCommit[]
  /**
   * Says again what was refused, on the state as it is now, in new operations that cite the old commit. `choice` is asked of
   * a conflict: `mine` writes what was refused over what stands, `theirs` keeps what stands (and lets go). Refuses
   * `input.invalid` when the choice is missing, and what the operations themselves meet.
   */
  takeUp(actor: Actor, cid: string, choice: 'mine' | 'theirs' | null): Result<null>
  /** Refuses `entity.missing`. */
  letGo(cid: string): Result<null>

  /** The newest first. */
  incidents(): readonly KeptIncident[]
  /** Refuses `entity.missing`. */
  incidentSeen(id: number): Result<null>
  /** What the host itself has to say to a human, e.g. that a lease was voided. */
  noteIncident(incident: Incident): void

  readonly attachments: FileAttachments

  /** Settings of the host that belong to this file (address of the centre, its key, what was joined). Null: nothing kept. */
  kept(name: string): Json | null
  keep(name: string, value: Json | null): void
}

export type MustEnrol = 'forked' | 'revoked' | 'behind'

export interface SharingState {
  readonly sharing: 'alone' | 'shared'
  /** Own commits that no authority has settled. */
  readonly toSend: number
  readonly toRegularise: number
  /** Aggregates that this program may only read. */
  readonly readOnly: number
  /** Not seen yet. */
  readonly incidents: number
  /** `copied`: the file came from another machine, and this one was never enrolled. */
  readonly mustEnrol: MustEnrol | 'copied' | null
}

/** Who this file writes as. */
export interface SharedSelf {
  readonly user: string
  /** As the directory calls this person. */
  readonly name: string
  readonly device: string
  readonly mandates: readonly Mandate[]
}

/** Somebody who writes in this committee. */
export interface KnownPerson {
  readonly user: string
  readonly name: string
  /** Null for the service. */
  readonly memberId: string | null
}

export interface Enrolment {
  readonly user: string
  readonly name: string
  readonly device: string
  /** Log of the centre. */
  readonly log: string
  readonly mandates: readonly Mandate[]
}

export interface DeviceKey {
  readonly id: string
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
  /** PKCS #8: never leaves the process. */
  readonly privateKey: Uint8Array
}

/** The rows of one space, read as they are stored. */
export interface SharedRows extends Pick<RowStore, 'row' | 'scan'> {
  /**
   * All of them in one transaction, durable when it answers; of the copy, with the shown states that follow. Refusals: those
   * of `take`. Nothing was written then.
   */
  write(changes: readonly RowChange[]): Result<null>
}

export interface HubSpaces {
  /** Begins with the seed of the lease (`leaseSeed`). Refuses `entity.exists`. */
  open(lease: string, seed: readonly RowChange[]): Result<null>
  /** Leases whose rows are here, those that were not returned yet. */
  list(): readonly string[]
  rows(lease: string): SharedRows | null
  /** Those with which it began, whatever was ordered since; null when they were not kept. */
  seed(lease: string): readonly RowChange[] | null
  /** The centre has it all. */
  drop(lease: string): void
}

export interface RefusedCommit {
  readonly cid: string
  /** French: what its author did. */
  readonly label: string
  readonly verdict: Verdict
  readonly code: VerdictCode
  /** ISO instant of the writing machine's clock. */
  readonly at: string
  readonly entities: readonly string[]
  /** By entity: what it would be with the refused operations on top, and what it is. Null: it does not exist. */
  readonly mine: Readonly<Record<string, Json | null>>
  readonly theirs: Readonly<Record<string, Json | null>>
}

export interface KeptIncident {
  readonly id: number
  /** ISO instant of this machine's clock. */
  readonly at: string
  readonly seen: boolean
  readonly incident: Incident
}

/** A place in the chain of this laptop; 0 is its beginning. */
export interface OwnPlace {
  readonly dev: string
  readonly seq: number
}

/** The bytes that operations cite and the file keeps. */
export interface FileAttachments {
  /** Cited by what this copy holds, and not here. */
  missing(): readonly string[]
  /**
   * Here, and to be offered to an authority: what own commits cite beyond the one of that place in the chain, up to `upTo`.
   * Null, or a place in another chain (enrolled anew since): whatever lies here.
   */
  toOffer(after: OwnPlace | null): { readonly upTo: OwnPlace; readonly digests: readonly string[] }
  /** Here or missing: what the centre is asked about after an erasure. */
  known(): readonly string[]
  /**
   * Only erased commits cite these, says the centre [BL14]: those that no body here cites go, and are not asked for again unless
   * a commit cites them anew. Refuses `entity.changed-meanwhile` while an act is under way, `file.disk-full`, `file.read-only`.
   */
  erased(digests: readonly string[]): Result<null>
  /** Those that left the file since, with what cited them: what came of them outside of it goes too. */
  leftPieces(): readonly string[]
  piecesGone(digests: readonly string[]): void
  has(sha256: string): boolean
  read(sha256: string): Uint8Array | null
  /** Refuses `blob.altered` when the bytes have another digest. */
  put(sha256: string, bytes: Uint8Array): Result<null>
}
