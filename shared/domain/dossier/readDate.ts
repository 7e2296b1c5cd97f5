import { foldForSearch } from './foldForSearch.ts'

export type DateReading =
  | { readonly status: 'certain' /** `YYYY-MM-DD` */; readonly date: string; readonly raw: string }
  | { readonly status: 'to-check'; readonly raw: string }

/** A day as French people and spreadsheets write it ([DO23]). A time of day after the date is ignored. */
export function readDate(text: string): DateReading {
  const date = readIso(text) ?? readNumeric(text) ?? readInWords(text) ?? readSerial(text)
  return date === null ? { status: 'to-check', raw: text } : { status: 'certain', date, raw: text }
}

const timeOfDay = String.raw`(?:[ T,]+(?:a |à )?\d{1,2}[:h]\d{0,2}.*)?`

function readIso(text: string): string | null {
  const match = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${timeOfDay}$`).exec(text.trim())
  return match ? calendarDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Day first. Two-digit years are not read: `01/02/25` has three meanings. */
function readNumeric(text: string): string | null {
  const match = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${timeOfDay}$`).exec(text.trim())
  return match ? calendarDay(Number(match[3]), Number(match[2]), Number(match[1])) : null
}

const months: readonly string[] = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

function readInWords(text: string): string | null {
  const match =
    /^(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(
      foldForSearch(text),
    )
  const name = match?.[2]
  if (!match || name === undefined) return null
  const month = months.indexOf(name) + 1
  return month === 0 ? null : calendarDay(Number(match[3]), month, Number(match[1]))
}

/** Days since 1899-12-30, as spreadsheets store dates: 25569 is 1970-01-01. */
function readSerial(text: string): string | null {
  const match = /^(\d{5})(?:[.,]\d+)?$/.exec(text.trim())
  const serialDay = match ? Number(match[1]) : 0
  if (serialDay < 10_000 || serialDay > 80_000) return null
  return new Date((serialDay - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}
