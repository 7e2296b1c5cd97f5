/** `100000` → « 100 000 »: groups of three by narrow no-break spaces. */
export const formatCount = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, '\u202f')
