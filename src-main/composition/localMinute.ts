import type { Clock } from '#shared/kernel/clock.ts'

/** « 2026-11-22T17:05 » by the clock of the host, in the time zone of the machine. */
export function localMinute(clock: Clock): string {
  const now = new Date(clock.nowMs())
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`
}
