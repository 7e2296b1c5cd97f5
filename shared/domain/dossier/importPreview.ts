/** What an import would bring, before anything is written (dry run). */
export interface ImportPreview {
  readonly sourceName: string
  readonly kind: 'fiches' | 'csv'
  /** For a spreadsheet: the header of each column and the field it feeds (null: ignored). */
  readonly mapping: readonly { readonly header: string; readonly field: string | null }[]
  readonly encoding: string
  readonly delimiter: string | null
  readonly lines: readonly ImportPreviewLine[]
  /** Lines shown are the first ones; this is how many there are. */
  readonly total: number
  readonly toImport: number
  readonly toCheck: number
  readonly errors: readonly { readonly line: number; readonly message: string }[]
  /** Pages or lines left out, by reason in French. */
  readonly skipped: Readonly<Record<string, number>>
  readonly duplicates: readonly DuplicatePair[]
}

export interface ImportPreviewLine {
  readonly line: number
  readonly applicant: string
  readonly matchedTerritory: string | null
  readonly title: string
  readonly department: string
  readonly requestedCents: number | null
  readonly amountAsWritten: string
  readonly flags: readonly string[]
}

/** Two candidatures that look like one, with what differs. Merging is a human's act. */
export interface DuplicatePair {
  readonly first: {
    readonly label: string
    readonly line: number | null
    readonly candidatureId: string | null
  }
  readonly second: {
    readonly label: string
    readonly line: number | null
    readonly candidatureId: string | null
  }
  readonly differences: readonly { readonly field: string; readonly first: string; readonly second: string }[]
}
