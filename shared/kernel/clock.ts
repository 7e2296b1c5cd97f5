/** What the centre may know of time and chance. Hosts give the real ones, tests and replays give fixed ones. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
}

export interface Randomness {
  bytes(length: number): Uint8Array
}
