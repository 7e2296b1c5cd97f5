/** One import, so that what it brought can be named and taken back in one step. */
export interface ImportRecord {
  readonly id: string
  readonly callId: string
  readonly sourceName: string
  readonly kind: 'fiches' | 'csv'
  readonly imported: number
  /** Pages or lines left out, by reason code. */
  readonly skipped: Readonly<Record<string, number>>
}
