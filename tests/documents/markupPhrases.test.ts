import { expect, it } from 'vitest'
import { fillPhrase, type PhraseValues } from '#shared/domain/documents/markup/fillPhrase.ts'
import { markupPlainText } from '#shared/domain/documents/markup/markupPlainText.ts'
import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import { readyPhrases } from '#shared/domain/documents/markup/readyPhrases.ts'

const point: PhraseValues = {
  demandeur: 'Mairie de Berric',
  projet: 'Portail *familles*',
  montant_demande: '6 736,00 €',
  rapporteur: 'Anne Le Goff',
}
const nothing: PhraseValues = { demandeur: null, projet: null, montant_demande: null, rapporteur: null }

it('[MK7] fills the fields, whose stars and dashes are words', () => {
  const filled = fillPhrase('{rapporteur} présente « {projet} » ({montant_demande}), {autre}.', point)
  expect(markupPlainText(filled ?? '')).toBe(
    'Anne Le Goff présente « Portail *familles* » (6 736,00 €), {autre}.',
  )
})

it.each([
  [
    '{rapporteur} présente. {rapporteur} conclut avec {rapporteur}.',
    'Le rapporteur présente. Le rapporteur conclut avec le rapporteur.',
  ],
  ['Sur proposition de {rapporteur}.', 'Sur proposition du rapporteur.'],
])('[MK7] without a rapporteur: %s', (phrase, expected) => {
  expect(fillPhrase(phrase, nothing)).toBe(expected)
})

it('[MK7] links a name as one says it', () => {
  expect(fillPhrase('Rapport de {rapporteur} sur la demande de {demandeur}.', point)).toBe(
    'Rapport d’Anne Le Goff sur la demande de Mairie de Berric.',
  )
})

it('[MK7] is not offered when it speaks of what the point does not have', () => {
  expect(fillPhrase('{demandeur} est entendu.', nothing)).toBeNull()
  expect(fillPhrase('{demandeur} est entendu.', { ...nothing, demandeur: ' ' })).toBeNull()
})

it('[MK7] the shipped phrases are one whole sentence each, and no instance « décide » in them', () => {
  for (const phrase of readyPhrases) {
    const filled = fillPhrase(phrase, point) ?? ''
    expect(parseMarkup(filled).map(({ type }) => type)).toEqual(['paragraph'])
    expect(filled).toMatch(/^\p{Lu}.*\.$/su)
    expect(filled).not.toMatch(/[{}]|\bdécide|\battribue|\badopte/u)
  }
  expect(readyPhrases.length).toBe(16)
})
