import type { Rational } from '#shared/kernel/rational.ts'

/**
 * The `Rational` of two safe integers, `num` ≥ 0 and `den` > 0. Same value and same form as the kernel's `rational`
 * (property-tested), with the reduction done on plain numbers: a ranking makes some ten thousand of them.
 */
export function exactFraction(num: number, den: number): Rational {
  let a = num
  let b = den
  while (b !== 0) [a, b] = [b, a % b]
  return { num: BigInt(num / a), den: BigInt(den / a) }
}
