const narrowSpace = '\u202f'

/** `4729100` → « 47 291 € »; cents are shown when there are some, or always with `withCents`. */
export const formatAmount = (cents: number, { withCents = false } = {}): string =>
  `${formatAmountPlain(cents, { withCents })}\u00a0€`

/** Without the sign of the euro, for a field that shows it beside. */
export function formatAmountPlain(cents: number, { withCents = false } = {}): string {
  const sign = cents < 0 ? '−' : ''
  const absolute = Math.abs(cents)
  const euros = Math.floor(absolute / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, narrowSpace)
  const rest = absolute % 100
  return `${sign}${euros}${rest === 0 && !withCents ? '' : `,${rest.toString().padStart(2, '0')}`}`
}
