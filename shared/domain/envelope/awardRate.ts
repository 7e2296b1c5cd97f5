import { type Cents, cents } from '#shared/kernel/cents.ts'

/**
 * [EN15] Share of the eligible base in hundredths of a percent, rounded half up for display; null without a base.
 * The amount is what counts: an amount keyed is kept to the cent, whatever its rate shows. From a base of 200 € up, the
 * amount of a rate shows that same rate.
 */
export function rateOfAmount(amountCents: Cents, eligibleBaseCents: Cents | null): number | null {
  if (eligibleBaseCents === null || eligibleBaseCents <= 0) return null
  const base = BigInt(eligibleBaseCents)
  return Number((BigInt(amountCents) * 20_000n + base) / (base * 2n))
}

/** [EN15] Rounded down to the cent like the rate of the rules ([EN2]): a rate never gives a cent too much. */
export const amountOfRate = (rateBasisPoints: number, eligibleBaseCents: Cents): Cents =>
  cents(Number((BigInt(eligibleBaseCents) * BigInt(rateBasisPoints)) / 10_000n))
