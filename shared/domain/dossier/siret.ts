/** `warning` is a form that exists but cannot be checked offline: shown, not refused. */
export type IdentifierReading =
  | { readonly status: 'valid'; readonly value: string }
  | { readonly status: 'warning'; readonly value: string }
  | { readonly status: 'invalid'; readonly raw: string }

/** SIRET of 14 digits, Luhn on all of them and on its SIREN, La Poste apart ([DO11], [DO12], R-10). */
export function readSiret(text: string): IdentifierReading {
  const digits = compactDigits(text)
  if (!/^\d{14}$/.test(digits)) return invalid(text)
  if (digits.startsWith(laPosteSiren)) {
    return passesLuhn(digits) || digitSum(digits) % 5 === 0 ? valid(digits) : invalid(text)
  }
  return passesLuhn(digits) && passesLuhn(digits.slice(0, 9)) ? valid(digits) : invalid(text)
}

/** SIREN of 9 digits, Luhn ([DO10]). */
export function readSiren(text: string): IdentifierReading {
  const digits = compactDigits(text)
  return /^\d{9}$/.test(digits) && digits !== '000000000' && passesLuhn(digits)
    ? valid(digits)
    : invalid(text)
}

/** RNA number of an association ([DO13]). */
export function readRna(text: string): IdentifierReading {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  if (/^W\d{9}$/.test(compact)) return valid(compact)
  return /^W[\dA-Z]{9}$/.test(compact) ? { status: 'warning', value: compact } : invalid(text)
}

const laPosteSiren = '356000000'

const valid = (value: string): IdentifierReading => ({ status: 'valid', value })
const invalid = (raw: string): IdentifierReading => ({ status: 'invalid', raw })

/** Spreadsheets add `.0` to long numbers and an apostrophe before them; people group digits by spaces, dots or dashes. */
const compactDigits = (text: string): string =>
  text
    .trim()
    .replace(/^['’]/, '')
    .replace(/[.,]0+$/, '')
    .replace(/[\s.\-\u200b\u2060\ufeff]/g, '')

function passesLuhn(digits: string): boolean {
  let total = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight])
    const weighted = fromRight % 2 === 1 ? digit * 2 : digit
    total += weighted > 9 ? weighted - 9 : weighted
  }
  return total % 10 === 0
}

const digitSum = (digits: string): number =>
  Array.from(digits).reduce((total, digit) => total + Number(digit), 0)
