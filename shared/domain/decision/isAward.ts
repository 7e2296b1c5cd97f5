import type { Opinion } from '../session/session.ts'

/** The opinions that carry an amount. */
export const isAward = (opinion: Opinion): boolean => opinion === 'favourable' || opinion === 'reserved'
