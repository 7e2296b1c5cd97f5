import { expect, test } from 'vitest'
import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import type { DossierKind, LetterKind } from '#shared/domain/documents/model.ts'
import { batchCount } from '../../../src-renderer/features/documents/letters/batchCount.ts'
import {
  countLetters,
  letterFilter,
  letterState,
  shownLetters,
} from '../../../src-renderer/features/documents/letters/letterState.ts'

const line = (
  number: number,
  letter: LetterKind | null,
  documents: Partial<Record<DossierKind, readonly string[]>>,
  level: CandidatureLine['agreement']['level'] = 'not-required',
): CandidatureLine => ({
  candidatureId: `candidature-${number}`,
  number,
  applicant: `Demandeur ${number}`,
  project: '',
  opinion: 'favourable',
  amountCents: null,
  letter,
  documents: Object.entries(documents).map(([document, missing]) => ({
    document: document as DossierKind,
    missing,
    issues: [],
  })),
  agreement: { level, sentence: '' },
  notifiedOn: null,
})

const ready = line(1, 'letter-award', { 'letter-award': [], report: ['l’analyse'], agreement: [] })
const lacking = line(2, 'letter-refusal', { 'letter-refusal': ['l’adresse'], report: [] })
const adjourned = line(3, null, { report: [] })
const owed = line(4, 'letter-award', { 'letter-award': [], agreement: ['l’IBAN'] }, 'required')
const all = [ready, lacking, adjourned, owed]

test('[DS2] a letter is ready, incomplete, or there is none', () => {
  expect(all.map(letterState)).toEqual(['ready', 'incomplete', 'none', 'ready'])
  expect(letterState(line(5, 'letter-award', {}))).toBe('incomplete')
})

test('[DS2] the letters are counted and filtered; what is not there is no filter, an unknown word is none', () => {
  expect(countLetters(all)).toEqual([
    { filter: 'all', count: 4 },
    { filter: 'ready', count: 2 },
    { filter: 'incomplete', count: 1 },
    { filter: 'none', count: 1 },
  ])
  expect(countLetters([])).toEqual([{ filter: 'all', count: 0 }])
  expect(shownLetters(all, 'incomplete')).toEqual([lacking])
  expect([letterFilter('ready'), letterFilter('autre'), letterFilter(undefined)]).toEqual([
    'ready',
    'all',
    'all',
  ])
})

test('[DS8] before a batch one knows how many can be made and how many stay aside', () => {
  expect(batchCount('letters', all)).toEqual({ ready: 2, incomplete: 1 })
  expect(batchCount('reports', all)).toEqual({ ready: 2, incomplete: 1 })
  expect(batchCount('agreements', all)).toEqual({ ready: 0, incomplete: 1 })
  expect(batchCount('award-orders', all)).toEqual({ ready: 0, incomplete: 0 })
})
