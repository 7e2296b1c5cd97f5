import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AmountReading } from '#shared/domain/dossier/amountReading.ts'
import { readAmount } from '#shared/domain/dossier/readAmount.ts'

const certain = (
  raw: string,
  euroCents: number,
  taxBasis: 'HT' | 'TTC' | null = null,
  base: number | null = null,
) => ({
  status: 'certain',
  raw,
  amountCents: euroCents,
  taxBasis,
  eligibleBaseCents: base,
  flags: euroCents === 0 ? ['zero'] : [],
})

const short = (reading: AmountReading) =>
  reading.status === 'certain'
    ? ['certain', reading.amountCents]
    : [reading.doubt, ...reading.proposals.map((meaning) => meaning.amountCents)]

describe('readAmount', () => {
  it.each([
    ['47 291 €', 4_729_100],
    ['88 093.00 €', 8_809_300],
    ['8 675,00 €', 867_500],
    ['7240€', 724_000],
    ['15 000 Euros', 1_500_000],
    ['6736', 673_600],
    ['1.234,56 €', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ['1 234 567,8', 123_456_780],
    ['47\u202f291\u00a0€', 4_729_100],
    ['47\u2009291,5', 4_729_150],
    ['€ 12 500', 1_250_000],
    ['EUR 12500.5', 1_250_050],
    ['  20 000  ', 2_000_000],
    ['Montant demandé : 12 000 €.', 1_200_000],
    ['12 000 euros de subvention', 1_200_000],
    ['0', 0],
    ['0,00 €', 0],
  ])('[DO2] reads « %s » with certainty', (text, expected) => {
    expect(readAmount(text)).toEqual(certain(text, expected))
  })

  it.each([
    ['23 328 TTC', 2_332_800, 'TTC'],
    ['23 328 € HT', 2_332_800, 'HT'],
    ['23 328 € H.T.', 2_332_800, 'HT'],
    ['23 328 € T.T.C.', 2_332_800, 'TTC'],
    ['23 328€HT', 2_332_800, 'HT'],
    ['23328€ttc', 2_332_800, 'TTC'],
    ['23 328,00 EUR TTC', 2_332_800, 'TTC'],
    ['23 328 euros TTC.', 2_332_800, 'TTC'],
    ['23 328 € hors taxes', 2_332_800, 'HT'],
    ['23 328 € (toutes taxes comprises)', 2_332_800, 'TTC'],
  ] as const)('[DO3] keeps the tax basis of « %s »', (text, expected, basis) => {
    expect(readAmount(text)).toEqual(certain(text, expected, basis))
  })

  it.each([
    '77 600 € sur dépense prévisionnelle subventionnable de 98 000 € HT',
    '77 600 € sur une assiette éligible de 98 000 € HT',
    'Dépense subventionnable : 98 000 € HT, subvention demandée : 77 600 €',
  ])('[DO4] reads grant and eligible base of « %s »', (text) => {
    expect(readAmount(text)).toEqual(certain(text, 7_760_000, 'HT', 9_800_000))
  })

  it.each([
    ['15 000 € sur un coût total de 30 000 €', 'several-amounts', 1_500_000, 3_000_000],
    ['98 000 € sur dépense subventionnable de 77 600 €', 'several-amounts', 9_800_000, 7_760_000],
    ['12.000', 'ambiguous-separator', 1_200_000, 1_200],
    ['12,000 €', 'ambiguous-separator', 1_200_000, 1_200],
    ['12.345', 'ambiguous-separator', 1_234_500],
    ['0.500', 'ambiguous-separator', 50],
    ['1,5 M€', 'scaled-unit', 150_000_000],
    ['12 k€', 'scaled-unit', 1_200_000],
    ['12,5 K€ HT', 'scaled-unit', 1_250_000],
    ['1,2 million d’euros', 'scaled-unit', 120_000_000],
    ['12 000 15 000 €', 'odd-grouping'],
    ['12 000 € 15 000 €', 'several-amounts', 1_200_000, 1_500_000],
    ['1 260 € HT et 1 512 € TTC', 'several-amounts', 126_000, 151_200],
    ['entre 10 000 et 15 000 €', 'range', 1_000_000, 1_500_000],
    ['10 000 à 15 000 €', 'range', 1_000_000, 1_500_000],
    ['10 000 - 15 000 €', 'range', 1_000_000, 1_500_000],
    ['10 000 € – 15 000 €', 'range', 1_000_000, 1_500_000],
    ['environ 12 000 €', 'approximate', 1_200_000],
    ['~12 000', 'approximate', 1_200_000],
    ['jusqu’à 12 000 €', 'approximate', 1_200_000],
    ['12 000 € maximum', 'approximate', 1_200_000],
    ['-500 €', 'negative', 50_000],
    ['− 500', 'negative', 50_000],
    ['(12 000)', 'negative', 1_200_000],
    ['(500,00 €)', 'negative', 50_000],
    ['80 %', 'percentage'],
    ['12 000 $', 'other-currency'],
    ['20 00', 'odd-grouping', 200_000],
    ['06736', 'leading-zeros', 673_600],
    ['6736.0000', 'too-many-decimals', 673_600],
    ['1 500 €/an', 'unknown-words', 150_000],
    ['1e5', 'several-amounts', 100, 500],
    ['10 000 + 5 000', 'several-amounts', 1_000_000, 500_000],
    ['500 agents à 86 € TTC', 'several-amounts', 50_000, 8_600],
    ['max. 12 000 €', 'approximate', 1_200_000],
    ['>12 000 €', 'approximate', 1_200_000],
    ['12 000 € par an', 'unknown-words', 1_200_000],
    ['12 000 € HT/TTC', 'tax-basis-unclear', 1_200_000],
    ['le 01/12/2022', 'several-amounts', 100, 1_200, 202_200],
  ])('[DO6] asks about « %s »: %s', (text, doubt, ...proposals) => {
    const reading = readAmount(text)
    expect([reading.raw, ...short(reading)]).toEqual([text, doubt, ...proposals])
  })

  it.each([
    ['', 'empty'],
    [' \u00a0 ', 'empty'],
    ['à définir', 'no-figure'],
    ['douze mille euros', 'no-figure'],
    ['21860194600013', 'too-large'],
  ])('[DO7] asks about « %s » without proposing', (text, doubt) => {
    expect(readAmount(text)).toEqual({ status: 'to-check', raw: text, doubt, proposals: [] })
  })

  it('[DO1] reads back every amount written in an accepted way', () => {
    const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009')
    const suffix = fc.constantFrom(
      '',
      '€',
      ' €',
      '\u00a0€',
      ' euros',
      ' Euros',
      ' EUR',
      ' € HT',
      ' TTC',
      ' € T.T.C.',
    )
    const style = fc.constantFrom('french', 'english', 'dots')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        space,
        suffix,
        style,
        (amount, gap, end, kind) => {
          const text = `${written(amount, gap, kind)}${end}`
          expect(short(readAmount(text))).toEqual(['certain', amount])
        },
      ),
    )
  })

  it('[DO8] never throws, keeps the raw text, and proposes only integer cents', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0129 ., \u00a0€-kM%HTC()aàsur\n')) }),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = readAmount(text)
        const meanings = reading.status === 'certain' ? [reading] : reading.proposals
        expect(reading.raw).toBe(text)
        for (const meaning of meanings) expect(Number.isSafeInteger(meaning.amountCents)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

/** Writes an amount of cents the way a person or a spreadsheet does. */
function written(amount: number, gap: string, style: string): string {
  const integer = String(Math.floor(amount / 100))
  const fraction = amount % 100
  const decimals = String(fraction).padStart(2, '0')
  const group = (mark: string) => integer.replace(/\B(?=(\d{3})+$)/g, mark)
  if (style === 'dots') return `${group('.')},${decimals}`
  if (style === 'english') return `${group(gap)}.${decimals}`
  if (fraction === 0) return group(gap)
  return fraction % 10 === 0 ? `${group(gap)},${fraction / 10}` : `${group(gap)},${decimals}`
}
