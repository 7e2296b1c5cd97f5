import type { DocumentKind, DocumentModel, Reading } from '#shared/domain/documents/model.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'

/**
 * A document that left the application: what it says it is, the digest of its bytes, and what it was drawn from, so that
 * it can be drawn again to the same bytes and compared with what comes back.
 */
export interface DocumentIssue {
  readonly id: string
  /** null for a document of one candidature outside any session. */
  readonly sessionId: string | null
  /** null for a document of a whole session. */
  readonly candidatureId: string | null
  readonly document: DocumentKind
  readonly reading: Reading
  readonly format: 'pdf' | 'docx' | 'csv'
  readonly number: string
  /** SHA-256 hex of the file's bytes. */
  readonly sha256: string
  readonly factsDigest: string
  /** SHA-256 hex of the blob that holds the canonical JSON of its `IssuedContent`; null when none was kept. */
  readonly contentDigest: string | null
  /** SHA-256 hex of the blobs that this content keeps its pictures in, each once: cited, they travel with the paper. */
  readonly pictureDigests: readonly string[]
  /** Local date and hour, « 2026-11-22T17:05 »; empty when it was not kept. */
  readonly madeAt: string
  /** The committee's own template it was made with; null: the one of the program. */
  readonly template: { readonly id: string; readonly version: number } | null
  /** What came back of it, oldest first. */
  readonly returned: readonly ReturnedFile[]
}

/** All that a document that left is drawn from: enough to draw it again to the same bytes, years later. */
export interface IssuedContent {
  readonly format: 1
  /** What its pages say. */
  readonly model: DocumentModel
  /** Made with a Word file of the committee: what was merged into it; null otherwise. */
  readonly merged: { readonly fields: FieldRecord; readonly body: DocumentModel } | null
}
