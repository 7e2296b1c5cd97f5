import { expect, it } from 'vitest'
import { readRna, readSiren, readSiret } from '#shared/domain/dossier/siret.ts'

it.each([
  '21860194600013',
  '23350001600040',
  '38047555800058',
  '73282932000074',
  '11002001300097',
  '35600000000048',
])('[DO11] accepts the SIRET %s', (siret) => {
  expect(readSiret(siret)).toEqual({ status: 'valid', value: siret })
})

it('[DO12] accepts an establishment of La Poste whose Luhn fails but whose digits sum to a multiple of 5', () => {
  expect(readSiret('35600000049837')).toEqual({ status: 'valid', value: '35600000049837' })
})

it.each(['73282932000075', '35600000049836', '2186019460001', '218601946000133', '2186019460001A', ''])(
  '[DO11] refuses « %s »',
  (text) => {
    expect(readSiret(text)).toEqual({ status: 'invalid', raw: text })
  },
)

it.each([
  '218 601 946 00013',
  '218601946\u00a000013',
  '21860194600013.0',
  '21860194600013,00',
  "'21860194600013",
  ' 218.601.946-00013 ',
])('[DO10] tolerates the writing « %s »', (text) => {
  expect(readSiret(text)).toEqual({ status: 'valid', value: '21860194600013' })
})

it('[DO10] checks a SIREN', () => {
  expect(readSiren('200 067 981')).toEqual({ status: 'valid', value: '200067981' })
  expect(readSiren('200067982')).toEqual({ status: 'invalid', raw: '200067982' })
  expect(readSiren('000000000')).toEqual({ status: 'invalid', raw: '000000000' })
})

it('[DO13] checks an RNA number, and only warns on letters', () => {
  expect(readRna('w 561 002 345')).toEqual({ status: 'valid', value: 'W561002345' })
  expect(readRna('W9D1002345')).toEqual({ status: 'warning', value: 'W9D1002345' })
  expect(readRna('561002345')).toEqual({ status: 'invalid', raw: '561002345' })
})
