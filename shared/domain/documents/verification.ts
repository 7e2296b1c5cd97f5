/** What became of a document once it left: its verdict, and in words what was compared and what differs. */
export interface Verification {
  readonly verdict: 'conforme' | 'modifié' | 'inconnu'
  /** French: what was compared and what differs. */
  readonly sentence: string
  readonly sessionId: string | null
  readonly differences: readonly string[]
}
