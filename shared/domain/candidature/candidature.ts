import type { Cents } from '#shared/kernel/cents.ts'

/** A dossier submitted to one call. */
export interface Candidature {
  readonly id: string
  readonly dossierId: string
  readonly callId: string
  /** Unique in the call, from 1. */
  readonly number: number
  readonly requestedCents: Cents | null
  /** dépense subventionnable */
  readonly eligibleBaseCents: Cents | null
  readonly taxBasis: 'HT' | 'TTC' | null
  /** Theme of the call it belongs to; empty when the call has none. */
  readonly theme: string
  /** Under this amount the project cannot be done; null when the applicant did not say. */
  readonly minimumViableCents: Cents | null
  /** Above this amount more money is of no use; null when the applicant did not say. */
  readonly maximumUsefulCents: Cents | null
  /** The amount as the source wrote it, kept for ever. */
  readonly amountAsWritten: string
  /** ISO date, null when unknown. */
  readonly completeOn: string | null
  readonly status: 'submitted' | 'withdrawn' | 'inadmissible'
  /** Open questions a human must settle, e.g. `amount`, `amount-zero`, `territory`, `duplicate`. */
  readonly toCheck: readonly CheckFlag[]
  /** The candidature this one was merged into, when the secretary confirmed a duplicate. */
  readonly mergedInto: string | null
  /** The import that brought it, null when typed. */
  readonly importId: string | null
}

export type CheckFlag =
  | 'amount'
  | 'amount-zero'
  | 'applicant'
  | 'territory'
  | 'duplicate'
  | 'department'
  | 'siret'
  | 'contact-removed'
