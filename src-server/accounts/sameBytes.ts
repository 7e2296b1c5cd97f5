import { timingSafeEqual } from 'node:crypto'

/** Takes as long whatever the place of the first difference. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
