import type { DocumentKind } from '#shared/domain/documents/model.ts'

/** A Word file of the committee that documents of one kind are made with. Versions stay for ever. */
export interface DocumentTemplate {
  readonly id: string
  /** `letterhead`: for every kind that has no template of its own. */
  readonly document: DocumentKind | 'letterhead'
  readonly name: string
  /** Oldest first. */
  readonly versions: readonly TemplateVersion[]
  /** The version in use; null: the template of the program is used. */
  readonly inUse: number | null
}

export interface TemplateVersion {
  /** From 1. */
  readonly version: number
  /** SHA-256 hex of the Word file, which the file keeps as a blob. */
  readonly sha256: string
  readonly fileName: string
  /** ISO date. */
  readonly addedOn: string
}
