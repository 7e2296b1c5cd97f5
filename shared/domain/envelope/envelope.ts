import type { Cents } from '#shared/kernel/cents.ts'

/** A part of the money of a call. Without any, `rules.envelopeCents` is one undivided envelope. */
export interface Envelope {
  readonly id: string
  readonly label: string
  readonly funder: string
  readonly fiscalYear: number
  readonly amountCents: Cents
  /** What it may serve; null: every candidature of the call. */
  readonly reservedFor: Restriction | null
}

export type Restriction =
  | { readonly kind: 'theme'; readonly values: readonly string[] }
  /** Codes of départements. */
  | { readonly kind: 'territory'; readonly values: readonly string[] }

/** At most this much, all envelopes together, for what it applies to. */
export interface Quota {
  readonly id: string
  readonly label: string
  readonly appliesTo: Restriction
  readonly ceilingCents: Cents
}

/** What one envelope brings to one candidature. */
export interface FundingLine {
  readonly envelopeId: string
  readonly amountCents: Cents
}
