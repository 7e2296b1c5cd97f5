import { expect, test } from 'vitest'
import { pastedTable } from '#shared/domain/scoring/pastedTable.ts'

test('[SC13] tabs as spreadsheets copy them, semicolons otherwise; blank lines keep their number', () => {
  expect(pastedTable('Membre\tA\tB\r\n\r\nAda\t4\t12,5\r\n')).toEqual([
    { line: 1, cells: ['Membre', 'A', 'B'] },
    { line: 3, cells: ['Ada', '4', '12,5'] },
  ])
  expect(pastedTable('Ada ; 4;')).toEqual([{ line: 1, cells: ['Ada', '4', ''] }])
  expect(pastedTable('Ada; Blaise\t4')).toEqual([{ line: 1, cells: ['Ada; Blaise', '4'] }])
  expect(pastedTable(' \n\t\n')).toEqual([])
})

test('[SC13] a quoted cell holds separators, line breaks and doubled quotation marks', () => {
  expect(pastedTable('"Le ""grand""\nprojet; ou pas";3\n"jamais fermé;4\nfin')).toEqual([
    { line: 1, cells: ['Le "grand"\nprojet; ou pas', '3'] },
    { line: 3, cells: ['jamais fermé;4\nfin'] },
  ])
})
