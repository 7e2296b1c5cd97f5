import type { DuplicatePair } from './importPreview.ts'

/** What an import brought. */
export interface ImportOutcome {
  readonly importId: string
  readonly imported: number
  readonly toCheck: number
  readonly skipped: Readonly<Record<string, number>>
  readonly errors: readonly { readonly line: number; readonly message: string }[]
  readonly duplicates: readonly DuplicatePair[]
}
