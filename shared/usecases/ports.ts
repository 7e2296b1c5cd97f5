import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { CandidaturePage, CandidatureQuery } from '#shared/domain/candidature/candidatureList.ts'
import type { Recusal } from '#shared/domain/committee/committee.ts'
import type { TemplateCheck } from '#shared/domain/documents/documentBoard.ts'
import type { DocumentIdentity } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { PageCode } from '#shared/domain/documents/pageCode.ts'
import type { SignatureReading } from '#shared/domain/documents/returnedFile.ts'
import type { FieldDefinition, FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Verdict } from '#shared/operations/authority/verdict.ts'
import type {
  AggregateKind,
  AggregateStates,
  Entity,
  OperationData,
  OperationKind,
} from '#shared/operations/operation.ts'
import type { FileSharing } from './sharingPorts.ts'

/** The open file of one committee. Reading never waits; writing is one act at a time. */
export interface CommitteeFile extends Reader {
  readonly fileId: string
  readonly path: string
  /**
   * Runs `work` in one transaction. On `ok`: the operations are signed, appended and folded, all or nothing. On a
   * refusal or an exception: nothing changed. Refusals of its own: `file.disk-full`, `file.read-only`,
   * `entity.changed-meanwhile` while a long act is under way.
   */
  transact<T>(act: Act, work: (transaction: Transaction) => Result<T>): Result<T>
  /**
   * A long act (an import): `steps` yields after each slice so that the host stays alive, in one transaction all the
   * same. Cancelled through `signal`: nothing is left.
   */
  transactInSlices<T>(
    act: Act,
    steps: (transaction: Transaction) => Generator<Progress, Result<T>, void>,
    control: { onProgress(progress: Progress): void; signal: { readonly aborted: boolean } },
  ): Promise<Result<T>>
  /** Takes back the newest act that may be undone. Refuses with `undo.nothing` or `entity.changed-meanwhile`. */
  undo(actor: Actor): Result<{ readonly label: string }>
  redo(actor: Actor): Result<{ readonly label: string }>
  /**
   * Keeps what is no act: where one was, what the wall shows. Unsigned, never in a commit, gone without a word when the
   * disk does not take it.
   */
  remember(place: string, value: string): void
  /** What was last kept under this place, or null. */
  recall(place: string): string | null
  doctor(): DoctorReport
  /** Checkpoints and leaves one file. */
  close(): void
}

/** A file as it was opened, whole: the view of a member shares nothing. */
export interface ShareableFile extends CommitteeFile {
  readonly sharing: FileSharing
}

export interface Actor {
  /** Profile that unlocked the file, e.g. `secretary`. Never taken from a payload. */
  readonly userId: string
}

export interface Act {
  readonly actor: Actor
  /** French, shown in « Annuler … » and in the history: « Note de Berric ». */
  readonly label: string
  /** False for what stays (opening or closing a session, issuing a document). */
  readonly undoable: boolean
}

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface Transaction extends Reader {
  /** Appends one operation and folds it at once: later `load`s of this transaction see it. */
  emit<K extends OperationKind>(
    kind: K,
    entity: Entity,
    data: OperationData[K],
    onBehalfOf?: string,
  ): Result<null>
  /** Content-addressed bytes kept in the file (frozen facts). Answers the SHA-256 in hex. */
  putBlob(bytes: Uint8Array): string
}

export interface Versioned<T> {
  readonly version: number
  readonly state: T
}

export interface Reader {
  /** The member through whose eyes the file is read; absent: the secretary's, who reads everything. */
  readonly viewerId?: string
  load<K extends AggregateKind>(kind: K, id: string): Versioned<AggregateStates[K]> | null
  /** Every aggregate of a kind that counts tens or hundreds (members, calls, grids, sessions, imports, documents). */
  all<
    K extends
      | 'committee'
      | 'member'
      | 'call'
      | 'grid'
      | 'session'
      | 'scenario'
      | 'import'
      | 'document'
      | 'issuer'
      | 'template',
  >(kind: K): readonly AggregateStates[K][]
  candidaturesOfCall(
    callId: string,
  ): readonly { readonly candidature: Candidature; readonly dossier: Dossier }[]
  sheetsOfCall(callId: string): readonly Sheet[]
  recusalsOfCall(callId: string): readonly Recusal[]
  listCandidatures(query: CandidatureQuery): CandidaturePage
  /** Highest number given in the call, 0 when none. */
  lastCandidatureNumber(callId: string): number
  /** Id of the candidature that bears this number in the call, duplicates set aside included; null when none. */
  candidatureNumbered(callId: string, number: number): string | null
  blob(sha256: string): Uint8Array | null
  history(entity: Entity): readonly HistoryEntry[]
  /** Labels of what « Annuler » and « Rétablir » would do, or null. */
  undoState(): { readonly undo: string | null; readonly redo: string | null }
  /** The acts themselves, with who did them and what they touched. */
  nextActs(): { readonly undo: ActTrace | null; readonly redo: ActTrace | null }
  counts(): Readonly<Record<AggregateKind, number>>
}

/** What the ranking, the money and the minutes of a call are made of. */
export type CallReader = Pick<
  Reader,
  'viewerId' | 'load' | 'all' | 'candidaturesOfCall' | 'sheetsOfCall' | 'recusalsOfCall'
>

export interface ActTrace {
  readonly label: string
  readonly userId: string
  readonly entities: readonly Entity[]
}

export interface HistoryEntry {
  readonly version: number
  /** ISO instant of the writing machine's clock. */
  readonly at: string
  readonly userId: string
  readonly onBehalfOf: string | null
  readonly label: string
  readonly kind: OperationKind
  readonly before: AggregateStates[AggregateKind] | null
  readonly after: AggregateStates[AggregateKind] | null
  /** How an authority ordered it; absent for what was written before the file was shared. */
  readonly shared?: SharedVersion
}

export interface SharedVersion {
  readonly device: string
  /** Name of the person who signed, as far as this file was told. */
  readonly author: string | null
  readonly mine: boolean
  /** Null while it is pending: the last word heard of it may be `deferred`. */
  readonly verdict: Verdict | null
  /** Place in the log that ordered it, and ISO instant of that authority's clock: the legal order [SY8]. Null while pending. */
  readonly order: { readonly log: string; readonly g: number; readonly at: string } | null
}

export interface DoctorReport {
  readonly sound: boolean
  /** French: « conforme » or the first broken thing, with its place. */
  readonly verdict: string
  readonly checked: Readonly<Record<'commits' | 'operations' | 'aggregates', number>>
}

/** Opens and creates files. */
export interface CommitteeFiles {
  create(
    path: string,
    passphrase: string,
  ): Promise<Result<{ readonly file: ShareableFile; readonly recoveryCode: string }>>
  /** The same for the copy of a committee's file that exists elsewhere. @param fileId of that file. */
  createCopy(
    path: string,
    passphrase: string,
    fileId: string,
  ): Promise<Result<{ readonly file: ShareableFile; readonly recoveryCode: string }>>
  open(path: string, secret: Secret): Promise<Result<ShareableFile>>
  /** Rewraps the key; the database pages do not change. The file must be closed. */
  changePassphrase(path: string, current: Secret, next: string): Promise<Result<null>>
}

export type Secret =
  | { readonly kind: 'passphrase'; readonly text: string }
  | { readonly kind: 'recovery-code'; readonly text: string }
  | { readonly kind: 'quick-unlock' }

export interface Digest {
  sha256Hex(content: string | Uint8Array): string
}

/** Draws documents and reads them back. Same model, same bytes (P5). */
export interface DocumentPress {
  render(model: DocumentModel, format: 'pdf' | 'docx'): Promise<Uint8Array>
  /** One PDF of several, each with its own page numbers; `title` is that of the file. */
  renderTogether(models: readonly DocumentModel[], title: string): Promise<Uint8Array>
  /** The PDF with an empty signature field at each place of signature. */
  renderForSigning(model: DocumentModel): Promise<Uint8Array>
  /**
   * A new folder with these files, written under a temporary name then renamed: all of them, or nothing. `record` is
   * called once the folder has its name; when it refuses, the folder goes away. Refusals: those of `write`, of `record`,
   * `file.exists`, and `document.cancelled` when `files` gives null.
   */
  writeFolder(
    path: string,
    files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array } | null>,
    record?: () => Result<null>,
  ): Promise<Result<null>>
  /** Under a temporary name, then renamed. Refusals: `file.read-only`, `file.disk-full`, `file.missing` (folder). */
  write(path: string, bytes: Uint8Array): Promise<Result<null>>
  /** Refusal: `file.missing`. */
  read(path: string): Promise<Result<Uint8Array>>
  /** What a PDF or Word file says it is, and its text; null for anything else. Never throws. */
  recognise(bytes: Uint8Array): Promise<RecognisedDocument | null>
}

/** Word templates of the committee. */
export interface TemplateEngine {
  /**
   * Unknown fields, sections without their other limit, with their place; the fields it prints. Refusals:
   * `template.unreadable`, `template.protected`, `template.too-large` with `largest` in MB.
   */
  check(word: Uint8Array, fields: readonly FieldDefinition[]): Result<TemplateCheck>
  /**
   * The Word file filled: fields printed, `{@corps}` replaced by the blocks of `body`, `{@preuve}` (or the foot of every
   * page) by its number, digest and code, its properties those of `body`. Same input, same bytes. Refusals:
   * `template.missing-values`, `template.invalid`, `template.unreadable`.
   */
  merge(word: Uint8Array, fields: FieldRecord, body: DocumentModel): Promise<Result<Uint8Array>>
  /** A filled Word file as a model, so that its PDF can be drawn; identity and furniture are those of `like`. */
  readModel(word: Uint8Array, like: DocumentModel): Result<DocumentModel>
  /** A template of the program as a Word file. */
  asWord(template: TemplateDocument): Promise<Uint8Array>
}

/** What the electronic signatures of a PDF prove without network. Never throws. */
export interface SignatureReader {
  /** In the order they were added; empty when there is none. */
  read(pdf: Uint8Array): Promise<readonly SignatureReading[]>
  /**
   * The file as it may have been before its first signature was added, newest first; empty when it bears none. None of
   * them is the document that left when the signer wrote the whole file anew.
   */
  beforeSigning(pdf: Uint8Array): Promise<readonly Uint8Array[]>
  /** French: what a later state of a PDF shows that an earlier one did not, signatures set apart; empty when nothing. */
  changesSince(earlier: Uint8Array, later: Uint8Array): Promise<readonly string[]>
}

/** Reads the codes at the foot of scanned pages. Never throws. */
export interface PageCodeReader {
  /**
   * The codes of ours on each page of a PDF, or on a JPEG or PNG picture, which is one page; null when it is none of
   * these or cannot be read.
   */
  read(scan: Uint8Array): Promise<readonly (readonly PageCode[])[] | null>
}

export interface RecognisedDocument {
  readonly format: 'pdf' | 'docx'
  /** Null when the file is none of ours. */
  readonly identity: DocumentIdentity | null
  /** What the foot of its pages says, when its properties say nothing: another program wrote the file. */
  readonly visibleIdentity: DocumentIdentity | null
  readonly text: string
  /** null for a Word file, whose pages are only known when it is printed. */
  readonly pageCount: number | null
}

/** One line of a table of marks, as it is written. */
export interface MarkRow {
  readonly line: number
  /** As written; empty for a mark of the whole committee. */
  readonly member: string
  readonly candidatureNumber: string
  readonly criterionCode: string
  /** Raw text: the criterion's scale reads it. Empty when the cell is. */
  readonly value: string
  readonly comment: string
}

/** Reads such a table, with the lines that cannot be read at all. */
export type ReadMarksTable = (path: string) => Promise<
  Result<{
    readonly rows: readonly MarkRow[]
    readonly errors: readonly { readonly line: number; readonly problem: string }[]
  }>
>

/** One line of a table of correspondents, as it is written. */
export interface CorrespondentRow {
  readonly line: number
  /** Of the candidature, as written. */
  readonly number: string
  readonly civility: string
  readonly name: string
  readonly capacity: string
  /** Lines separated by "\n". */
  readonly address: string
  readonly email: string
  readonly receivedOn: string
  /** A quotation mark is never closed: what follows cannot be trusted. */
  readonly isBroken: boolean
}

/** Reads such a table. */
export type ReadCorrespondentsTable = (path: string) => Promise<Result<readonly CorrespondentRow[]>>

/** What every use case receives. */
export interface UseCaseContext {
  readonly file: CommitteeFile
  readonly actor: Actor
  readonly clock: Clock
  readonly randomness: Randomness
  readonly digest: Digest
}
