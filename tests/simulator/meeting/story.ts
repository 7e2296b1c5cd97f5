import { type Cast, centre } from './cast.ts'

/** Virtual milliseconds at which each part of the story begins. */
export const story = { preparation: 20_000, meeting: 120_000, aftermath: 240_000, end: 300_000 } as const

/** Everybody but the authority. */
const laptopsOf = (cast: Cast): readonly string[] => cast.people.map(({ address }) => address)
export const nodesOf = (cast: Cast): readonly string[] => [centre, ...laptopsOf(cast)]
