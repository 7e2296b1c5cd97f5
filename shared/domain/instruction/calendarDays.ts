/**
 * The same day of a later month; the last one of that month when it has no such day (31 December + 2 months: end of
 * February). ISO dates; no clock, no time zone.
 */
export function addMonths(isoDate: string, months: number): string {
  const { year, month, day } = partsOf(isoDate)
  const index = year * 12 + (month - 1) + months
  const laterYear = Math.floor(index / 12)
  const laterMonth = (index % 12) + 1
  return iso(laterYear, laterMonth, Math.min(day, daysOfMonth(laterYear, laterMonth)))
}

export function addDays(isoDate: string, days: number): string {
  const date = new Date(dayNumber(isoDate) * millisecondsADay + days * millisecondsADay)
  return iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** From the first date to the second; negative when it is before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

const millisecondsADay = 86_400_000

function dayNumber(isoDate: string): number {
  const { year, month, day } = partsOf(isoDate)
  return Date.UTC(year, month - 1, day) / millisecondsADay
}

/** @throws RangeError: dates come here through the contract, which read them. */
function partsOf(isoDate: string): { readonly year: number; readonly month: number; readonly day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(isoDate)
  if (match === null) throw new RangeError(`not an ISO date: ${isoDate}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

const daysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
