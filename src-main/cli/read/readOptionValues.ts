import { InvalidArgumentError } from 'commander'
import { readAmount } from '#shared/domain/dossier/readAmount.ts'

/** « 12 345,00 », « 12345 », « 12 345 € » to integer cents. What could mean two things is refused, never guessed. */
export function amountCentsOf(text: string): number {
  const reading = readAmount(text)
  if (reading.status === 'certain') return reading.amountCents
  throw new InvalidArgumentError('Écrivez un montant en euros sans ambiguïté, comme « 12 345,00 ».')
}

/** « 80 », « 79,5 », « 80 % » to hundredths of a percent. */
export function basisPointsOf(text: string): number {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  const value = match === null ? Number.NaN : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  if (value <= 10_000) return value
  throw new InvalidArgumentError('Écrivez un pourcentage entre 0 et 100, comme « 80 » ou « 79,5 ».')
}

export function wholeNumberOf(text: string): number {
  if (/^\d{1,6}$/.test(text.trim())) return Number(text)
  throw new InvalidArgumentError('Écrivez un nombre entier, comme « 12 ».')
}

/** « 18:05 », « 18h05 », « 9 h » to "HH:MM". */
export function hourOf(text: string): string {
  const match = /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/.exec(text.trim())
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (match === null || hours > 23 || minutes > 59)
    throw new InvalidArgumentError('Écrivez une heure comme « 18:05 ».')
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** « 18:05:30 », « 18:05 », « 18h05 » to "HH:MM:SS". */
export function clockTimeOf(text: string): string {
  const seconds = /^(.+:\d{2}):([0-5]\d)$/.exec(text.trim())
  return `${hourOf(seconds?.[1] ?? text)}:${seconds?.[2] ?? '00'}`
}

/** « 2026-03-12 » or « 12/03/2026 » to an ISO date that exists in the calendar. */
export function isoDateOf(text: string): string {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim())
  const iso = french === null ? text.trim() : `${french[3]}-${french[2]}-${french[1]}`
  const moment = new Date(`${iso}T00:00:00Z`)
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(iso) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(iso)
  )
    return iso
  throw new InvalidArgumentError('Écrivez une date qui existe, comme « 2026-03-12 » ou « 12/03/2026 ».')
}
