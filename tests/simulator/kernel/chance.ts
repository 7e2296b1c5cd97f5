/** Reproducible chance: the same name gives the same draws on every machine. */
export interface Chance {
  /** In [0, 1). */
  unit(): number
  /** Integer in [0, limit); 0 when the limit is 0. */
  below(limit: number): number
  happens(probability: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  bytes(length: number): Uint8Array
  /** Another stream, that depends on the name alone: what is drawn here never moves what is drawn there. */
  branch(name: string): Chance
}

/** xoshiro128** over a hash of the name. */
export function chance(name: string): Chance {
  const state = seeded(name)
  const word = (): number => {
    const [a, b, c, d] = state
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const e = c ^ a
    const f = d ^ b
    state[1] = b ^ e
    state[0] = a ^ f
    state[2] = e ^ (b << 9)
    state[3] = rotated(f, 11)
    return result
  }
  const below = (limit: number) => (limit <= 1 ? 0 : Math.floor((word() / 2 ** 32) * limit))
  return {
    unit: () => word() / 2 ** 32,
    below,
    happens: (probability) => word() / 2 ** 32 < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[below(list.length)] as (typeof list)[number]
    },
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
    branch: (branchName) => chance(`${name}/${branchName}`),
  }
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function seeded(name: string): [number, number, number, number] {
  let a = 1_779_033_703
  let b = 3_144_134_277
  let c = 1_013_904_242
  let d = 2_773_480_762
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    a = b ^ Math.imul(a ^ code, 597_399_067)
    b = c ^ Math.imul(b ^ code, 2_869_860_233)
    c = d ^ Math.imul(c ^ code, 951_274_213)
    d = a ^ Math.imul(d ^ code, 2_716_044_179)
  }
  // Never all zero, which would stay so.
  return [a ^ (a >>> 15), b ^ (b >>> 13), c ^ (c >>> 16), (d ^ (d >>> 14)) | 1]
}
