/**
 * jours francs: the day of sending and the day of the session are both outside; Saturdays, Sundays and holidays are days
 * like the others. ISO dates; never negative.
 */
export const clearDaysBetween = (sentOn: string, heldOn: string): number =>
  Math.max(0, dayNumber(heldOn) - dayNumber(sentOn) - 1)

/** The last ISO date of sending that leaves this many clear days. */
export const latestSending = (heldOn: string, clearDays: number): string =>
  new Date((dayNumber(heldOn) - clearDays - 1) * dayMilliseconds).toISOString().slice(0, 10)

const dayMilliseconds = 86_400_000

/** In UTC, where every day has 24 hours. */
function dayNumber(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / dayMilliseconds
}
