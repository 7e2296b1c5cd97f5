import type { DocumentKind } from '#shared/domain/documents/model.ts'

/** A document that left the application: what it says it is, and the digest of its bytes. Proof for `verify`. */
export interface DocumentIssue {
  readonly id: string
  readonly sessionId: string
  readonly document: DocumentKind
  readonly format: 'pdf' | 'docx' | 'csv'
  /** SHA-256 hex of the file's bytes. */
  readonly sha256: string
  readonly factsDigest: string
}
