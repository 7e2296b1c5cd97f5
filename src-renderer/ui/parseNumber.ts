export interface NumberBounds {
  readonly minimum: number
  readonly maximum: number | undefined
  /** Digits accepted after the comma. */
  readonly decimals: number
}

/** A number as French people type it, comma or dot, spaces between thousands; otherwise how to write it. */
export function parseNumber(
  text: string,
  { minimum, maximum, decimals }: NumberBounds,
): { readonly value: number } | { readonly error: string } {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  const isWritten = /^-?\d+(\.\d+)?$/.test(plain) && (plain.split('.')[1] ?? '').length <= decimals
  const value = Number(plain)
  if (isWritten && value >= minimum && (maximum === undefined || value <= maximum)) return { value }
  const range = maximum === undefined ? `d’au moins ${minimum}` : `entre ${minimum} et ${maximum}`
  return { error: `Écrivez un nombre ${decimals === 0 ? 'entier ' : ''}${range}.` }
}
