/** The same draws at each run (mulberry32): two runs measure the same data. */
export interface Dice {
  /** An integer from 0 to `sides` − 1. */
  roll(sides: number): number
  /** Like `roll`, small numbers far more often: words of a language are not drawn evenly. */
  rollLow(sides: number): number
}

export function dice(seed: number): Dice {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll: (sides) => Math.floor(next() * sides),
    rollLow: (sides) => Math.floor(next() ** 3 * sides),
  }
}
