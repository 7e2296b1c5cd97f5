import { parseHour } from '../../../ui/parseHour.ts'

/** [UI26] What was typed, as precise as the hour it corrects: to the second for a point or a suspension. Null: unreadable. */
export function keyedHour(text: string, noted: string): string | null {
  const [, minutes = '', seconds] = /^(.*?\d[:hH]\d{2}):(\d{2})$/.exec(text.trim()) ?? [null, text]
  const hour = parseHour(minutes)
  if ('error' in hour || Number(seconds ?? '0') > 59) return null
  if (noted.length === 5) return seconds === undefined ? hour.value : null
  return `${hour.value}:${seconds ?? '00'}`
}
