import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { maskContacts } from '#shared/domain/dossier/maskContacts.ts'
import { sortKey } from '#shared/domain/dossier/sortKey.ts'

it.each([
  ['CLÉGUÉREC', 'cleguerec'],
  ['Cle\u0301gue\u0301rec', 'cleguerec'],
  ['Val d’Izé', 'val d ize'],
  ["Val d'Izé", 'val d ize'],
  ['Saint‑Malo–de—Beignon', 'saint malo de beignon'],
  ['  Mise en\u00a0œuvre \t du CURRICULUM VITÆ ', 'mise en oeuvre du curriculum vitae'],
  ['ŒUVRE', 'oeuvre'],
  ['cime\u00adtière\u200b', 'cimetiere'],
])('[DO20] folds « %s »', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded)
})

it('[DO20] folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldForSearch(text)
      expect(foldForSearch(once)).toBe(once)
    }),
  )
})

it('[DO21] sorts as a French reader expects', () => {
  const sorted = [
    'cote',
    'côte',
    'coté',
    'côté',
    'Écoles 2',
    'Écoles 9',
    'Écoles 10',
    'Etables',
    'Évran',
    'œuf',
    'zoo',
  ]
  const byKey = sorted.toReversed().sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  expect(byKey).toEqual([
    'cote',
    'côte',
    'coté',
    'côté',
    'Écoles 2',
    'Écoles 9',
    'Écoles 10',
    'Etables',
    'Évran',
    'œuf',
    'zoo',
  ])
})

it.each([
  ['écrire à mairie.accueil@exemple.fr.', 'écrire à [coordonnée retirée].', 1],
  ['jeanne.martin (at) exemple.bzh', '[coordonnée retirée]', 1],
  ['tél. 02 97 00 00 01 ou 06.12.34.56.78', 'tél. [coordonnée retirée] ou [coordonnée retirée]', 2],
  ['+33 (0)2 97 00 00 01, 0033297000001', '[coordonnée retirée], [coordonnée retirée]', 2],
  ['numéro vert 0 800 123 456', 'numéro vert [coordonnée retirée]', 1],
  [
    'Ville Internet 5@, compte Dem@t, 500 agents à 86€ TTC',
    'Ville Internet 5@, compte Dem@t, 500 agents à 86€ TTC',
    0,
  ],
  [
    'SIRET 21860194600013, du 01/11/2024 au 31/12/2024',
    'SIRET 21860194600013, du 01/11/2024 au 31/12/2024',
    0,
  ],
  ['coût de 1 234 567 890 €', 'coût de 1 234 567 890 €', 0],
])('[DO22] masks the contacts of « %s »', (text, masked, removedCount) => {
  expect(maskContacts(text)).toEqual({ text: masked, removedCount })
})
