import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '#main/adapters/importers/readCsv.ts'
import { readMarksCsv } from '#main/adapters/importers/readMarksCsv.ts'
import { readProjectSheets } from '#main/adapters/importers/readProjectSheets.ts'
import { sheetText } from './support/sheetText.ts'

/** A name that stands only on pages and in places that must not be kept. */
const person = 'Zébuline Exemple'

const words = fc.constantFrom(
  'Le portail',
  'Objectifs',
  'La mairie forme.',
  '- un point',
  '1. Étape',
  'Département',
  'Annexe',
)
const paragraphs = fc.array(words, { maxLength: 5 })

const sheet = fc
  .record({
    description: paragraphs,
    objectives: paragraphs,
    amount: fc.constantFrom('', '12 000 €', 'à voir'),
  })
  .map((parts) => ({
    isSheet: true,
    text: sheetText({
      title: 'VALMONT - Projet',
      applicant: 'Valmont',
      department: '14 - Calvados',
      referent: [person, 'Directrice', 'z@exemple.fr', '02 31 00 00 01'],
      followUp: ['Contact', person, 'z@exemple.fr'],
      annexes: ['Annexe financière'],
      ...parts,
    }),
  }))

const otherPage = fc
  .constantFrom(
    [person, person, 'Fonction', 'Directrice', 'Courriel', 'z@exemple.fr'],
    ['Journée du numérique', 'Journée du numérique', 'Inscription', 'Nom', person],
    ['Guichet', 'Guichet', 'Définition', `Mot proposé par ${person}.`],
    ['Votre avis', 'Votre avis', 'Question 1', 'Oui', 'Question 2', person],
    ['Accueil', 'Accueil', `Bienvenue, dit ${person}.`],
  )
  .map((lines) => ({ isSheet: false, text: `${lines.join('\n')}\n` }))

it('[DO60] [DO63] whatever the order of the pages, every sheet comes and nobody is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sheet, otherPage), { maxLength: 8 }), (pages) => {
      const reading = readProjectSheets(pages.map(({ text }) => text).join(''))
      expect(reading.candidatures).toHaveLength(pages.filter(({ isSheet }) => isSheet).length)
      expect(JSON.stringify(reading)).not.toMatch(/Zébuline|exemple\.fr|31 00/)
      expect(reading.candidatures.every(({ annexes }) => annexes.join() === 'Annexe financière')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('[DO60] any lines of a sheet in any order are read without an exception', () => {
  const lines = sheetText({
    title: 'A - B',
    applicant: 'A',
    description: ['x', 'y'],
    objectives: ['z'],
    amount: '1',
  }).split('\n')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (shuffled) => {
      const { candidatures } = readProjectSheets(shuffled.join('\n'))
      for (const { lines: range } of candidatures) expect(range.first).toBeLessThanOrEqual(range.last)
    }),
    { numRuns: 300 },
  )
})

it('[DO72] any bytes are read or refused, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const reading = readCsv(bytes, { mapping: null })
      if (reading.ok) Array.from(reading.value.batches())
      expect(readMarksCsv(bytes).ok).toBeTypeOf('boolean')
    }),
    { numRuns: 500 },
  )
})
