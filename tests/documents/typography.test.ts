import { describe, expect, it } from 'vitest'
import { compareFrench } from '#shared/domain/documents/compareFrench.ts'
import {
  counted,
  frenchAmount,
  frenchDate,
  frenchDateWithWeekday,
  frenchHour,
  frenchList,
  frenchOrdinal,
  frenchPercent,
  typographic,
} from '#shared/domain/documents/typography.ts'

describe('French typography', () => {
  it('[TY1] makes the spaces of punctuation no-break and the apostrophe curly', () => {
    expect(typographic("L'avis est : oui ; vraiment ? Oui ! « bien » «mal»")).toBe(
      'L’avis est\u00A0: oui\u202F; vraiment\u202F? Oui\u202F! «\u00A0bien\u00A0» «\u00A0mal\u00A0»',
    )
    expect(typographic('12 500 € soit 40 % de la base, cœur de ville')).toBe(
      '12\u202F500\u00A0€ soit 40\u00A0% de la base, cœur de ville',
    )
    expect(typographic('https://exemple.fr/?a=1 à 18:05')).toBe('https://exemple.fr/?a=1 à 18:05')
  })

  it('[TY1] keeps an abbreviation with what it announces', () => {
    expect(typographic('Mme Le Goff et M. Riou, art. 3 du n° 12, p. 4')).toBe(
      'Mme\u00A0Le Goff et M.\u00A0Riou, art.\u00A03 du n°\u00A012, p.\u00A04',
    )
    expect(typographic('MM. Riou et Quéré à 14 h 05, le 3 mars')).toBe(
      'MM.\u00A0Riou et Quéré à 14\u00A0h 05, le 3\u00A0mars',
    )
  })

  it('[TY1] changes nothing the second time', () => {
    const once = typographic("« Qu'est-ce que c'est ? » : 1 000 € ; 3 % !")
    expect(typographic(once)).toBe(once)
  })

  it('[TY2] writes dates and hours as acts do', () => {
    expect(frenchDate('2024-03-01')).toBe('1er\u00A0mars 2024')
    expect(frenchDate('2026-11-22')).toBe('22\u00A0novembre 2026')
    expect(frenchDateWithWeekday('2026-11-22')).toBe('dimanche 22\u00A0novembre 2026')
    expect(frenchDateWithWeekday('2024-02-29')).toBe('jeudi 29\u00A0février 2024')
    expect(frenchHour('18:05')).toBe('18\u00A0h\u00A005')
    expect(frenchHour('09:00')).toBe('9\u00A0h')
  })

  it('[TY3] writes amounts, percentages and ranks', () => {
    expect(frenchAmount(4_729_100)).toBe('47\u202F291,00\u00A0€')
    expect(frenchAmount(123_456_789_05)).toBe('123\u202F456\u202F789,05\u00A0€')
    expect(frenchAmount(-5)).toBe('−0,05\u00A0€')
    expect(frenchPercent(7400)).toBe('74,00\u00A0%')
    expect([1, 2, 21].map(frenchOrdinal)).toEqual(['1er', '2e', '21e'])
    expect([0, 1, 2].map((n) => counted(n, 'voix', 'voix'))).toEqual([
      '0\u00A0voix',
      '1\u00A0voix',
      '2\u00A0voix',
    ])
  })

  it('[TY4] joins names with « et »', () => {
    expect(frenchList([])).toBe('')
    expect(frenchList(['Anne'])).toBe('Anne')
    expect(frenchList(['Anne', 'Bruno', 'Chloé'])).toBe('Anne, Bruno et Chloé')
  })

  it('[TY5] sorts accents after their letter and ligatures as two letters', () => {
    const names = ['Zoé', 'Œuvre', 'Etel', 'Étel', 'Odet', 'Élan', 'Évian', 'Le Mans', 'Le-Mans', 'Lemans']
    expect(names.toSorted(compareFrench)).toEqual([
      'Élan',
      'Etel',
      'Étel',
      'Évian',
      'Le Mans',
      'Le-Mans',
      'Lemans',
      'Odet',
      'Œuvre',
      'Zoé',
    ])
  })
})
