import type { SignatureReading } from './returnedFile.ts'

/** What became of a document once it left: its verdict, and in words what was compared and what differs. */
export interface Verification {
  readonly verdict: 'conforme' | 'modifié' | 'inconnu'
  /** French: what was compared and what differs. */
  readonly sentence: string
  readonly sessionId: string | null
  readonly differences: readonly string[]
  /** Electronic signatures of the file, in the order they were added. */
  readonly signatures: readonly SignatureReading[]
}
