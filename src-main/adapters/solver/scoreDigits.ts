/** Scores written in a base that floating-point arithmetic holds with ease. */
export interface ScoreDigits {
  readonly base: number
  /** The highest digits first; each list has one digit per score. */
  readonly digits: readonly (readonly number[])[]
}

export function scoreDigits(scores: readonly bigint[]): ScoreDigits {
  const divisor = scores.reduce(greatestCommonDivisor, 0n)
  const digits: number[][] = []
  let rest = divisor === 0n ? [...scores] : scores.map((score) => score / divisor)
  do {
    digits.unshift(rest.map((score) => Number(score % BASE)))
    rest = rest.map((score) => score / BASE)
  } while (rest.some((score) => score > 0n))
  return { base: Number(BASE), digits }
}

const BASE = 1_000_000n

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
