import { addDays, addMonths, daysBetween } from './calendarDays.ts'
import type { PieceRequest } from './instruction.ts'

export interface ImplicitRejection {
  /** ISO date; null while pieces are awaited: nobody knows yet on which day they will come. */
  readonly on: string | null
  /** ISO date: the day it becomes if what is awaited does not come; the same as `on` when nothing is. */
  readonly atLatest: string
  /** Days of suspension already known; those of what is awaited are in `atLatest` only. */
  readonly suspendedDays: number
}

/**
 * [IN2] When silence on a request for money becomes a refusal: two months from its receipt (CRPA L231-4 3°), suspended
 * from each request of missing pieces until they come, and at the latest until the end of the time that was given for
 * them (L114-5). Two requests at once suspend once.
 */
export function implicitRejection(receivedOn: string, requests: readonly PieceRequest[]): ImplicitRejection {
  const silence = addMonths(receivedOn, 2)
  const known = requests.filter(({ receivedOn: cameOn }) => cameOn !== null)
  const suspendedDays = suspended(silence, known)
  const atLatest = addDays(silence, suspended(silence, requests))
  return { on: known.length < requests.length ? null : atLatest, atLatest, suspendedDays }
}

/** A request made once silence has already refused suspends nothing. */
function suspended(silence: string, requests: readonly PieceRequest[]): number {
  const intervals = requests
    .map(({ askedOn, deadline, receivedOn }) => ({
      from: askedOn,
      to: receivedOn !== null && receivedOn < deadline ? receivedOn : deadline,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let days = 0
  let reached = ''
  for (const { from, to } of intervals) {
    if (from >= addDays(silence, days)) continue
    const start = from > reached ? from : reached
    if (to <= start) continue
    days += daysBetween(start, to)
    reached = to
  }
  return days
}
