import type { LogPlace } from './logHeads.ts'

/** The name of the log of an organisation: for ever, of this centre. */
export const centreLog = (organisation: string): string => `centre/${organisation}`

export const placeOf = (organisation: string): LogPlace => ({ organisation, log: centreLog(organisation) })
