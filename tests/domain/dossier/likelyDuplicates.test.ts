import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DuplicateCandidate, likelyDuplicates } from '#shared/domain/dossier/likelyDuplicates.ts'

const candidate = (
  key: string,
  applicantName: string,
  title: string,
  extra: Partial<DuplicateCandidate> = {},
) => ({
  key,
  applicantName,
  territory: null,
  title,
  fields: { title },
  ...extra,
})

const pairs = (candidates: readonly DuplicateCandidate[]) =>
  likelyDuplicates(candidates).map(({ first, second }) => [first, second])

it('[DO40] [DO41] proposes a second version of a title with what differs', () => {
  const first = candidate('1', 'Ville de Dinan', 'Nouveau site Internet', {
    fields: { title: 'Nouveau site Internet', amount: '42 348 €', text: 'a' },
  })
  const second = candidate('2', 'DINAN', 'Nouveau site internet (rapport V2)', {
    fields: { title: 'Nouveau site internet (rapport V2)', amount: '42 000 €', text: 'a' },
  })
  expect(likelyDuplicates([first, second])).toEqual([
    {
      first: '1',
      second: '2',
      differences: [
        { field: 'title', first: 'Nouveau site Internet', second: 'Nouveau site internet (rapport V2)' },
        { field: 'amount', first: '42 348 €', second: '42 000 €' },
      ],
    },
  ])
})

it.each([
  ["Mise en place d'un portail familles", 'Mise en place du portail famille', true],
  ['Refonte du site web', 'REFONTE DU SITE WEB - version 2', true],
  ['Numérisation du cimetière', 'Numérisation du cimetiere (copie)', true],
  ['Portail familles phase 1', 'Portail familles phase 2', false],
  ['Création d’un site internet', 'Création d’une application mobile', false],
  ['Portail familles', 'Portail associations', false],
  ['UtiLo', 'MedLove : la médiation à vélo', false],
])('[DO40] « %s » and « %s » by one applicant: %s', (a, b, expected) => {
  expect(pairs([candidate('1', 'Valmont', a), candidate('2', 'Commune de Valmont', b)])).toEqual(
    expected ? [['1', '2']] : [],
  )
})

describe('applicants', () => {
  it('[DO40] the matched territory is the applicant, whatever the name', () => {
    const territory = 'epci:243500741'
    expect(
      pairs([
        candidate('1', 'Redon Agglo', 'Portail', { territory }),
        candidate('2', 'CA Redon Agglomération', 'Portail', { territory }),
        candidate('3', 'Rennes', 'Portail'),
      ]),
    ).toEqual([['1', '2']])
  })
})

it('[DO42] the pairs do not depend on the order of the candidatures', () => {
  const all = Array.from({ length: 12 }, (_, index) =>
    candidate(
      String(index),
      `Commune ${'ABC'[index % 3]}`,
      `Projet numérique ${['école', 'mairie'][index % 2]}`,
    ),
  )
  const identity = (candidates: readonly DuplicateCandidate[]) =>
    pairs(candidates)
      .map((pair) => pair.toSorted().join('-'))
      .toSorted()
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(identity(shuffled)).toEqual(identity(all))
    }),
    { numRuns: 30 },
  )
})

it('[DO42] looks only inside each applicant: 10 000 rows give their pairs', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    candidate(
      String(index),
      `Commune ${index % 5_000}`,
      index < 5_000 ? 'Portail des familles' : 'Portail des familles (rapport V2)',
    ),
  )
  expect(likelyDuplicates(rows)).toHaveLength(5_000)
})
