/** The day and the hour on this computer: « 2026-11-22 », « 18:05 ». */
export function nowHere(): { readonly date: string; readonly hour: string } {
  const now = new Date()
  const two = (figure: number) => String(figure).padStart(2, '0')
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    hour: `${two(now.getHours())}:${two(now.getMinutes())}`,
  }
}
