import { describe, expect, test } from 'vitest'
import { formatAmount } from '../../../src-renderer/ui/formatAmount.ts'
import { formatCount } from '../../../src-renderer/ui/formatCount.ts'
import { formatDate, formatDateNumeric } from '../../../src-renderer/ui/formatDate.ts'
import { parseHour } from '../../../src-renderer/ui/parseHour.ts'
import { parseNumber } from '../../../src-renderer/ui/parseNumber.ts'

describe('[UI3] figures and dates on screen', () => {
  test('[UI3.1] amounts are grouped by narrow spaces, with cents only when there are some', () => {
    expect([
      formatAmount(4_729_100),
      formatAmount(4_729_150),
      formatAmount(100_000_000_005),
      formatAmount(0),
      formatAmount(-150_000),
      formatAmount(4_729_100, { withCents: true }),
    ]).toEqual([
      '47\u202f291\u00a0€',
      '47\u202f291,50\u00a0€',
      '1\u202f000\u202f000\u202f000,05\u00a0€',
      '0\u00a0€',
      '−1\u202f500\u00a0€',
      '47\u202f291,00\u00a0€',
    ])
  })

  test('[UI3.2] counts too', () => {
    expect([formatCount(49), formatCount(100_000)]).toEqual(['49', '100\u202f000'])
  })

  test('[UI3.3] days are written in words, and the first of a month as « 1er »', () => {
    expect([
      formatDate('2026-11-22'),
      formatDate('2026-08-01'),
      formatDate('illisible'),
      formatDateNumeric('2026-11-22'),
    ]).toEqual(['22\u00a0novembre 2026', '1er\u00a0août 2026', 'illisible', '22/11/2026'])
  })
})

describe('[UI4] what one types', () => {
  test('[UI4.1] hours in every French form', () => {
    expect(
      ['18:05', '18h05', '18 h 05', '18 h', '1805', '8', '24:00', '18:60', 'midi'].map(parseHour),
    ).toEqual([
      { value: '18:05' },
      { value: '18:05' },
      { value: '18:05' },
      { value: '18:00' },
      { value: '18:05' },
      { value: '08:00' },
      hourError,
      hourError,
      hourError,
    ])
  })

  test('[UI4.2] numbers with a comma or a dot, within their bounds', () => {
    const rate = { minimum: 0, maximum: 100, decimals: 2 }
    const count = { minimum: 1, maximum: undefined, decimals: 0 }
    expect([
      parseNumber('66,67', rate),
      parseNumber('66.67 %', rate),
      parseNumber('66,667', rate),
      parseNumber('101', rate),
      parseNumber('1 200', count),
      parseNumber('0', count),
      parseNumber('2,5', count),
    ]).toEqual([
      { value: 66.67 },
      { value: 66.67 },
      { error: 'Écrivez un nombre entre 0 et 100.' },
      { error: 'Écrivez un nombre entre 0 et 100.' },
      { value: 1_200 },
      { error: 'Écrivez un nombre entier d’au moins 1.' },
      { error: 'Écrivez un nombre entier d’au moins 1.' },
    ])
  })
})

const hourError = { error: 'Écrivez l’heure comme 18:05 ou 18h05.' }
