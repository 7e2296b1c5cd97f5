import { frenchDate, frenchHour } from './typography.ts'

/** « 12 mars 2026 à 14 h 05 », in the time of Paris. */
export function frenchInstant(instant: Date): string {
  const [day = '', hour = ''] = inParis(instant).split(' ')
  return `${frenchDate(day)} à ${frenchHour(hour)}`
}

/** « 12 mars 2026 », the day it was in Paris. */
export const frenchInstantDay = (instant: Date): string => frenchDate(inParis(instant).split(' ')[0] ?? '')

/** « 2026-03-12 14:05 »: the Swedes write the date as ISO does. */
const inParis = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)
