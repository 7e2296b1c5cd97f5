import type { AllocationRules } from '../call/call.ts'
import type { Restriction } from './envelope.ts'

/**
 * [EN7] What is unsound in the envelopes and quotas of a règlement, as problem codes of `call.rules-invalid`:
 * `envelope-label`, `envelope-twice:<label>` (same identifier), `envelope-amount:<label>`,
 * `envelope-restriction:<label>` (reserved for nothing), `envelopes-sum` (they do not make the whole), and the same for
 * quotas: `quota-label`, `quota-twice:<label>`, `quota-ceiling:<label>`, `quota-restriction:<label>`.
 */
export function checkEnvelopes(
  rules: Pick<AllocationRules, 'envelopeCents' | 'envelopes' | 'quotas'>,
): readonly string[] {
  const { envelopeCents, envelopes, quotas } = rules
  const parts = envelopes.map(({ id, label, amountCents, reservedFor }) => ({
    id,
    label,
    amountCents,
    restriction: reservedFor,
  }))
  const ceilings = quotas.map(({ id, label, ceilingCents, appliesTo }) => ({
    id,
    label,
    amountCents: ceilingCents,
    restriction: appliesTo,
  }))
  const sum = envelopes.reduce((total, { amountCents }) => total + amountCents, 0)
  return [
    ...problemsOf(parts, { what: 'envelope', amount: 'envelope-amount' }),
    ...(envelopes.length > 0 && sum !== envelopeCents ? ['envelopes-sum'] : []),
    ...problemsOf(ceilings, { what: 'quota', amount: 'quota-ceiling' }),
  ]
}

interface Part {
  readonly id: string
  readonly label: string
  readonly amountCents: number
  readonly restriction: Restriction | null
}

const problemsOf = (
  parts: readonly Part[],
  names: { readonly what: string; readonly amount: string },
): readonly string[] => [
  ...(parts.some(({ label }) => label.trim() === '') ? [`${names.what}-label`] : []),
  ...parts.flatMap(({ id, label, amountCents, restriction }, index) => [
    ...(id === '' || parts.findIndex((other) => other.id === id) !== index
      ? [`${names.what}-twice:${label}`]
      : []),
    ...(Number.isSafeInteger(amountCents) && amountCents >= 0 ? [] : [`${names.amount}:${label}`]),
    ...(restriction !== null && !restriction.values.some((value) => value.trim() !== '')
      ? [`${names.what}-restriction:${label}`]
      : []),
  ]),
]
