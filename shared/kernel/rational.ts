/**
 * An exact fraction in lowest terms, denominator > 0. Scores stay fractions until `toFixedHalfUp` shows them,
 * so that two candidatures whose displays are equal are still ranked by their exact values.
 */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let n = BigInt(num)
  let d = BigInt(den)
  if (d === 0n) throw new RangeError('denominator is zero')
  if (d < 0n) {
    n = -n
    d = -d
  }
  const g = gcd(n < 0n ? -n : n, d)
  return { num: n / g, den: d / g }
}

export const zero: Rational = { num: 0n, den: 1n }

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.num * b.den + b.num * a.den, a.den * b.den)
export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.num * b.den - b.num * a.den, a.den * b.den)
export const multiply = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den)
export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num)

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero)

/** Rounds half away from zero, for display only. `toFixedHalfUp(1/3, 2)` is `"0.33"`; the dot is the caller's to localise. */
export function toFixedHalfUp(value: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const negative = value.num < 0n
  const scaled = (negative ? -value.num : value.num) * scale
  const rounded = (scaled * 2n + value.den) / (value.den * 2n)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return negative && rounded !== 0n ? `-${text}` : text
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

/** Storable form `"num/den"`. */
export const rationalToText = (value: Rational): string => `${value.num}/${value.den}`
