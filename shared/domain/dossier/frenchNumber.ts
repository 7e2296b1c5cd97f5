import type { AmountDoubt } from './amountReading.ts'

/** Cents, as exact integers. `doubt` null means that only one reading exists. */
export interface NumberReading {
  readonly doubt: AmountDoubt | null
  readonly candidatesCents: readonly number[]
}

/** 10 000 000 000 €: above, it is a SIRET or a reference that strayed into the column ([DO7]). */
const largestCents = 1_000_000_000_000

/**
 * Reads one run of digits and inner separators (spaces already made plain and single), as French and English
 * spreadsheets write amounts ([DO2], [DO6]). `12.000` has two readings and both are given.
 */
export function readFrenchNumber(token: string): NumberReading {
  const reading = readByShape(token)
  const fitting = reading.candidatesCents.filter((value) => value <= largestCents)
  return fitting.length === 0 && reading.candidatesCents.length > 0
    ? { doubt: 'too-large', candidatesCents: [] }
    : { doubt: reading.doubt, candidatesCents: fitting }
}

function readByShape(token: string): NumberReading {
  const whole = (digits: string) => centsOf(digits, '')
  if (/^(0|[1-9]\d*)$/.test(token)) return sure(whole(token))
  if (/^0\d+$/.test(token)) return doubtful('leading-zeros', whole(token))

  const spaced = /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d{1,2}))?$/.exec(token)
  if (spaced) return sure(centsOf(spaced[1] ?? '', spaced[2] ?? ''))
  const decimal = /^(0|[1-9]\d*)[.,](\d{1,2})$/.exec(token)
  if (decimal) return sure(centsOf(decimal[1] ?? '', decimal[2] ?? ''))
  // 1.234,56 and 1,234.56: the two signs differ, so the last one is the decimal mark.
  const mixed =
    /^([1-9]\d{0,2}(?:\.\d{3})+),(\d{1,2})$/.exec(token) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d{1,2})$/.exec(token)
  if (mixed) return sure(centsOf(mixed[1] ?? '', mixed[2] ?? ''))
  // 1.234.567: a number has one decimal mark at most, so both dots group.
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$|^[1-9]\d{0,2}(,\d{3}){2,}$/.test(token)) return sure(whole(token))

  const ambiguous = /^(\d{1,3})[.,](\d{3})$/.exec(token)
  if (ambiguous) return ambiguousThousands(ambiguous[1] ?? '', ambiguous[2] ?? '')
  const longDecimals = /^(\d[\d ]*)[.,](\d{3,})$/.exec(token)
  if (longDecimals) {
    const [, integer = '', fraction = ''] = longDecimals
    const exact = /^\d{2}0*$/.test(fraction) ? [centsOf(integer, fraction.slice(0, 2))] : []
    return { doubt: 'too-many-decimals', candidatesCents: exact }
  }
  const oneGap = /^[\d]+[ '’][\d]+$/.test(token) || /^[1-9]\d{0,2}(['’]\d{3})+$/.test(token)
  return { doubt: 'odd-grouping', candidatesCents: oneGap ? [whole(token)] : [] }
}

/** `12.000` is twelve thousand or twelve; `12.345` cannot be cents, so only the thousands are proposed. */
function ambiguousThousands(head: string, tail: string): NumberReading {
  const asThousands = head.startsWith('0') ? [] : [centsOf(head + tail, '')]
  const asDecimals = tail.endsWith('0') ? [centsOf(head, tail.slice(0, 2))] : []
  return { doubt: 'ambiguous-separator', candidatesCents: [...asThousands, ...asDecimals] }
}

const sure = (value: number): NumberReading => ({ doubt: null, candidatesCents: [value] })
const doubtful = (doubt: AmountDoubt, value: number): NumberReading => ({ doubt, candidatesCents: [value] })

/** Digits only are kept. More than 16 digits stay far above `largestCents` whatever the rounding. */
const centsOf = (integer: string, fraction: string): number =>
  Number(`${integer.replace(/\D/g, '')}${fraction.padEnd(2, '0')}`)
