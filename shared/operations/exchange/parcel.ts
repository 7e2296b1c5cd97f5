import type { Json } from '#shared/kernel/canonicalJson.ts'

/** What is too large for a frame, or has no fixed form: a JSON value and byte strings, in order. */
export interface Parcel {
  readonly about: Json
  readonly bytes: readonly Uint8Array[]
}
