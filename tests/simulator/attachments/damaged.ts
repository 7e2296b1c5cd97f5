import type { Chance } from '../kernel/chance.ts'

/** One body in so many is damaged on its way. */
const oneOf = 10

export const damaged = (body: Uint8Array, chance: Chance): Uint8Array =>
  body.length > 0 && chance.below(oneOf) === 0 ? body.with(chance.below(body.length), 0xff) : body
