import { addCents, type Cents, cents } from '#shared/kernel/cents.ts'
import type { AllocationRules } from '../call/call.ts'
import { admits, type FundingFacts } from './admits.ts'
import type { FundingLine } from './envelope.ts'

export type MoneyRules = Pick<AllocationRules, 'envelopeCents' | 'envelopes' | 'quotas'>

/** Money given to one candidature, whether decided or only proposed in a scenario. */
export interface Given {
  readonly facts: FundingFacts
  readonly amountCents: Cents
  /** Empty when the money is undivided, or was when it was given. */
  readonly funding: readonly FundingLine[]
}

export interface BalanceLine {
  readonly id: string
  readonly label: string
  readonly totalCents: Cents
  readonly givenCents: Cents
  /** Never negative: a total lowered afterwards leaves nothing rather than a debt. */
  readonly remainingCents: Cents
}

export interface EnvelopeBalance {
  /** All the money of the call; null when it has no envelope. Its id and label are empty. */
  readonly whole: BalanceLine | null
  /** In the order of the rules; empty when the money is undivided. */
  readonly envelopes: readonly BalanceLine[]
  readonly quotas: readonly BalanceLine[]
}

/** [EN9] What each envelope and each quota holds, gave and still has. */
export function envelopeBalance(rules: MoneyRules, given: readonly Given[]): EnvelopeBalance {
  const amounts = given.map(({ amountCents }) => amountCents)
  return {
    whole:
      rules.envelopeCents === null
        ? null
        : lineOf({ id: '', label: '' }, rules.envelopeCents, addCents(...amounts)),
    envelopes: rules.envelopes.map((envelope) => {
      const lines = given.flatMap(({ funding }) =>
        funding.flatMap(({ envelopeId, amountCents }) => (envelopeId === envelope.id ? amountCents : [])),
      )
      return lineOf(envelope, envelope.amountCents, addCents(...lines))
    }),
    quotas: rules.quotas.map((quota) => {
      const counted = given.filter(({ facts }) => admits(quota.appliesTo, facts))
      const sum = addCents(...counted.map(({ amountCents }) => amountCents))
      return lineOf(quota, quota.ceilingCents, sum)
    }),
  }
}

const lineOf = (
  { id, label }: { readonly id: string; readonly label: string },
  totalCents: Cents,
  givenCents: Cents,
): BalanceLine => ({
  id,
  label,
  totalCents,
  givenCents,
  remainingCents: cents(Math.max(0, totalCents - givenCents)),
})
