/**
 * « 2026-11-22T17:05:00 » from the date and hour of a model, read as digits: asking `Date` would move the hour with
 * the time zone of the machine. What is no date gives the first instant of 1970.
 */
export function localInstant(frozenAt: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?/.exec(frozenAt)
  if (match === null) return '1970-01-01T00:00:00'
  return `${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}`
}
