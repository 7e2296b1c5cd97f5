import { describe, expect, it } from 'vitest'
import { fileFirst } from '#main/cli/fileFirst.ts'
import { amountCentsOf, basisPointsOf, hourOf, isoDateOf } from '#main/cli/read/readOptionValues.ts'
import { showTable } from '#main/cli/showTable.ts'

describe('[CLI] reading what a person types', () => {
  it('[CLI20] amounts, rates, hours and dates in the French ways', () => {
    expect(['12 345,00', '12345', '7240€', '12 345,67 €'].map(amountCentsOf)).toEqual([
      1_234_500, 1_234_500, 724_000, 1_234_567,
    ])
    expect(['80', '79,5', '79.25 %', '100'].map(basisPointsOf)).toEqual([8000, 7950, 7925, 10_000])
    expect(['18:05', '9h', '18h05', '0:00'].map(hourOf)).toEqual(['18:05', '09:00', '18:05', '00:00'])
    expect(['2026-03-12', '12/03/2026'].map(isoDateOf)).toEqual(['2026-03-12', '2026-03-12'])
  })

  it('[CLI21] what does not exist is refused', () => {
    expect(() => amountCentsOf('12.000')).toThrow()
    expect(() => basisPointsOf('101')).toThrow()
    expect(() => hourOf('24:00')).toThrow()
    expect(() => isoDateOf('2026-02-30')).toThrow()
    expect(() => isoDateOf('2026-13-01')).toThrow()
  })

  it('[CLI22] the file may stand before or after the act', () => {
    const groups = { session: ['open', 'close'] }
    expect(fileFirst(['session', 'f', 'open', '--at', '9'], groups)).toEqual([
      'session',
      'open',
      'f',
      '--at',
      '9',
    ])
    expect(fileFirst(['session', 'open', 'f'], groups)).toEqual(['session', 'open', 'f'])
    // The word that is no act is the one that is said to be unknown, not the file.
    expect(fileFirst(['session', 'f', 'dance'], groups)).toEqual(['session', 'dance', 'f'])
    expect(fileFirst(['constructor', 'f', 'open'], groups)).toEqual(['constructor', 'f', 'open'])
  })

  it('[CLI23] columns are aligned whatever the accents, and long cells end with an ellipsis', () => {
    const rows = [
      { name: 'Brécé', amount: '18,00' },
      { name: 'Saint-Jean-Brévelay', amount: '7 240,00' },
    ]
    const table = showTable(rows, [
      { title: 'Nom', atMost: 10, cell: (row) => row.name },
      { title: 'Montant', align: 'right', cell: (row) => row.amount },
    ])
    expect(table.split('\n')).toEqual([
      'Nom          Montant',
      '──────────  ────────',
      'Brécé          18,00',
      'Saint-Jea…  7 240,00',
    ])
  })
})
