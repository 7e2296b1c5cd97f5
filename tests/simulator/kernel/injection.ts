/**
 * What is done to a world from outside, at an instant of virtual time: the acts of people and the faults. The whole list is
 * drawn from the seed before the run, so that a failure is cut down by leaving some of it out.
 */
export type Injection<Act> = { readonly atMs: number } & (
  | { readonly kind: 'act'; readonly node: string; readonly act: Act }
  /** Nothing goes from one node to the other, and neither is told. */
  | { readonly kind: 'cut'; readonly from: string; readonly to: string; readonly forMs: number }
  | ({ readonly kind: 'weather'; readonly forMs: number } & Weather)
  /** The process dies at its next effects; `power`: with it the machine, and what was not synced. */
  | {
      readonly kind: 'crash'
      readonly node: string
      readonly afterEffects: number
      readonly power: boolean
      readonly downMs: number
    }
  /** Its person closes the program, and opens it again. */
  | { readonly kind: 'restart'; readonly node: string; readonly downMs: number }
  | { readonly kind: 'disk-full'; readonly node: string; readonly forMs: number }
  /** An old image of the disk is put back: `share` of its transactions, in [0, 1). */
  | { readonly kind: 'restore'; readonly node: string; readonly share: number }
  /** A copy of the disk starts at another address, with everything that it knows. */
  | { readonly kind: 'clone'; readonly node: string; readonly as: string }
  | { readonly kind: 'clock'; readonly node: string; readonly jumpMs: number; readonly driftPpm: number }
  /** Never seen again. */
  | { readonly kind: 'destroy'; readonly node: string }
)

/** How badly the network does, for all links. */
export interface Weather {
  readonly drop: number
  readonly duplicate: number
  /** Share of messages that come much later than the others. */
  readonly tail: number
}

export const fairWeather: Weather = { drop: 0, duplicate: 0, tail: 0 }
