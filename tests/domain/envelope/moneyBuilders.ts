import type { FundingFacts } from '#shared/domain/envelope/admits.ts'
import type { AllocationEntry } from '#shared/domain/envelope/allocate.ts'
import type { Envelope, Quota, Restriction } from '#shared/domain/envelope/envelope.ts'
import { type Cents, cents } from '#shared/kernel/cents.ts'

export const euros = (amount: number): Cents => cents(amount * 100)

export const theme = (...values: readonly string[]): Restriction => ({ kind: 'theme', values })
export const territory = (...values: readonly string[]): Restriction => ({ kind: 'territory', values })

export const envelopeOf = (
  id: string,
  amountCents: Cents,
  reservedFor: Restriction | null = null,
): Envelope => ({
  id,
  label: `Enveloppe ${id}`,
  funder: 'Département',
  fiscalYear: 2026,
  amountCents,
  reservedFor,
})

export const quotaOf = (id: string, ceilingCents: Cents, appliesTo: Restriction): Quota => ({
  id,
  label: `Quota ${id}`,
  appliesTo,
  ceilingCents,
})

export const factsOf = (set: Partial<FundingFacts> = {}): FundingFacts => ({
  theme: '',
  departmentCode: null,
  ...set,
})

export const line = (envelopeId: string, amountCents: Cents) => ({ envelopeId, amountCents })

/** A candidature that asks `amount` euros, selectable when it has a rank. */
export const entryOf = (
  rank: number | null,
  amount: number | null,
  set: Partial<AllocationEntry> = {},
): AllocationEntry => ({
  rank,
  selectable: rank !== null,
  requestedCents: amount === null ? null : euros(amount),
  eligibleBaseCents: null,
  minimumViableCents: null,
  maximumUsefulCents: null,
  theme: '',
  departmentCode: null,
  ...set,
})
