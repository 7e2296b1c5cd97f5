const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** `2026-11-22` → « 22 novembre 2026 », `2026-12-01` → « 1er décembre 2026 ». Other texts come back unchanged. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  const name = month === undefined ? undefined : months[month - 1]
  if (year === undefined || name === undefined || day === undefined) return iso
  return `${day === 1 ? '1er' : day}\u00a0${name} ${year}`
}

/** An instant, in the time of this computer: « 22 novembre 2026 à 14:32 ». */
export function formatInstant(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const two = (figure: number) => figure.toString().padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${formatDate(day)} à ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `2026-11-22` → « 22/11/2026 », as one types it. */
export const formatDateNumeric = (iso: string): string => iso.split('-').reverse().join('/')
