import type { DocumentModel } from './model.ts'
import type { FieldRecord } from './templates/fieldRecord.ts'

/** A document that can be made: as the program draws it, and what a Word template of the committee may print of it. */
export interface DocumentDraft {
  readonly model: DocumentModel
  readonly fields: FieldRecord
}

/** When a document that nothing froze is made, and the digest of its facts. */
export interface Making {
  /** SHA-256 hex of the canonical JSON of the facts. */
  readonly digest: string
  /** Local date and hour, « 2026-11-22T17:05 ». */
  readonly madeAt: string
}
