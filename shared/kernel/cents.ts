/** An amount of money in integer euro cents. Non-negative unless a docstring says otherwise. */
export type Cents = number & { readonly __unit: 'cents' }

/** @throws RangeError on a non-integer or unsafe number: that is a bug, user input goes through a parser first. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer amount of cents: ${value}`)
  return value as Cents
}

export const zeroCents = 0 as Cents

export const addCents = (...amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, a) => sum + a, 0))
