/** The day and the hour on this computer: « 2026-11-22 », « 18:05 », « 18:05:42 ». */
export function nowHere(): { readonly date: string; readonly hour: string; readonly clock: string } {
  const now = new Date()
  const two = (figure: number) => String(figure).padStart(2, '0')
  const hour = `${two(now.getHours())}:${two(now.getMinutes())}`
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    hour,
    clock: `${hour}:${two(now.getSeconds())}`,
  }
}
