import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import type { Dice } from './dice.ts'
import { wordsOf } from './words.ts'

export const departmentCodes = ['14', '22', '29', '35', '44', '49', '50', '53', '56', '72', '85', '86']

export interface Project {
  readonly dossier: Omit<Dossier, 'id'>
  readonly requestedCents: number
}

/** A made-up project, a third of its words in the objectives. */
export function projectOf(dice: Dice, number: number, words: number): Project {
  const code = departmentCodes[dice.roll(departmentCodes.length)] ?? '56'
  const objectives = Math.floor(words / 3)
  return {
    dossier: {
      title: wordsOf(dice, 5),
      applicant: {
        name: `Commune de ${wordsOf(dice, 2)}`,
        kind: 'commune',
        territoryCode: null,
        siren: String(200_000_000 + number),
        siret: null,
        population: 100 + dice.rollLow(50_000),
        department: { code, name: `Département ${code}` },
      },
      description: wordsOf(dice, words - objectives),
      objectives: wordsOf(dice, objectives),
      annexes: [],
      source: '',
    },
    requestedCents: 100_000 + dice.roll(10_000_000),
  }
}
