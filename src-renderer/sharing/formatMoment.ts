import { formatInstant } from '../ui/formatDate.ts'

/** An instant inside a sentence, in the time of this computer: the hour alone when it is of today. */
export interface Moment {
  /** « à 14:10 », « le 21 novembre 2026 à 18:02 » */
  readonly at: string
  /** « depuis 14:10 », « depuis le 21 novembre 2026 à 18:02 » */
  readonly since: string
}

export function formatMoment(iso: string, now: Date): Moment {
  const whole = formatInstant(iso)
  const isToday = new Date(iso).toDateString() === now.toDateString()
  const hour = whole.slice(-5)
  return isToday
    ? { at: `à ${hour}`, since: `depuis ${hour}` }
    : { at: `le ${whole}`, since: `depuis le ${whole}` }
}
