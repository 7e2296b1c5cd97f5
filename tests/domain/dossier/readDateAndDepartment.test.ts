import { expect, it } from 'vitest'
import { readDate } from '#shared/domain/dossier/readDate.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'

it.each([
  ['31/12/2024', '2024-12-31'],
  ['1/2/2025', '2025-02-01'],
  ['01.02.2025', '2025-02-01'],
  ['2025-02-01', '2025-02-01'],
  ['2025-02-01T14:30:00Z', '2025-02-01'],
  ['01/02/2025 à 14h30', '2025-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['lundi 3 mars 2025', '2025-03-03'],
  ['1er août 2025', '2025-08-01'],
  ['45717', '2025-03-01'],
  ['45717.5', '2025-03-01'],
])('[DO23] reads the date « %s »', (text, date) => {
  expect(readDate(text)).toEqual({ status: 'certain', date, raw: text })
})

it.each([
  '',
  '30/02/2025',
  '29/02/2025',
  '13/13/2025',
  '01/02/25',
  'bientôt',
  '2025',
  '99999',
  '3 brumaire 2025',
])('[DO23] asks about the date « %s »', (text) => {
  expect(readDate(text)).toEqual({ status: 'to-check', raw: text })
})

it.each([
  ['56 - Morbihan', '56', 'Morbihan'],
  ["22 - Côtes-d'Armor", '22', "Côtes-d'Armor"],
  ['COTES D’ARMOR', '22', "Côtes-d'Armor"],
  ['Morbihan (56)', '56', 'Morbihan'],
  ['1', '01', 'Ain'],
  ['2a', '2A', 'Corse-du-Sud'],
  ['974', '974', 'La Réunion'],
  ['Réunion', '974', 'La Réunion'],
  ['Département du Finistère', '29', 'Finistère'],
  ['Département de l’Ain', '01', 'Ain'],
])('[DO24] reads the département « %s »', (text, code, name) => {
  expect(readDepartment(text)).toEqual({ code, name })
})

it.each(['', '56 - Finistère', '99', 'Bretagne', '20'])('[DO24] trusts nothing in « %s »', (text) => {
  expect(readDepartment(text)).toBeNull()
})
