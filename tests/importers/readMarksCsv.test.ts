import { expect, it } from 'vitest'
import { readMarksCsv } from '#main/adapters/importers/readMarksCsv.ts'

const read = (text: string) => readMarksCsv(new TextEncoder().encode(text))

it.each([
  'Membre;N° candidature;Critère;Note;Commentaire',
  'Évaluateur;Candidature;Code critère;Valeur;Observations',
  'Nom du membre;Numéro de dossier;Code;Note attribuée;Remarque',
  'member;candidature_number;criterion_code;value;comment',
])('[DO71] reads marks under « %s »', (header) => {
  expect(
    read(`${header}\nJeanne Exemple;12;IMPACT;3;"Solide ;\nclair"\n\nPaul Exemple;N° 7.0;IMPACT;;\n`),
  ).toMatchObject({
    ok: true,
    value: {
      rows: [
        {
          line: 2,
          member: 'Jeanne Exemple',
          candidatureNumber: '12',
          criterionCode: 'IMPACT',
          value: '3',
          comment: 'Solide ;\nclair',
        },
        {
          line: 5,
          member: 'Paul Exemple',
          candidatureNumber: '7',
          criterionCode: 'IMPACT',
          value: '',
          comment: '',
        },
      ],
      errors: [],
    },
  })
})

it('[DO74] says which lines cannot be used', () => {
  expect(read('Membre,Candidature,Critère,Note\nA,,C1,3\nA,1,,3\nA,1,C1,3,4\nA,1,C1,"3\n')).toMatchObject({
    ok: true,
    value: {
      rows: [],
      errors: [
        { line: 2, problem: 'candidature-missing' },
        { line: 3, problem: 'criterion-missing' },
        { line: 4, problem: 'too-many-cells' },
        { line: 5, problem: 'broken-quotes' },
      ],
    },
  })
})

it('[DO71] names the columns that are missing', () => {
  expect(read('Membre;Note\nA;3')).toEqual({
    ok: false,
    refusal: {
      code: 'input.invalid',
      details: { reason: 'il manque la colonne « n° de candidature », « critère »' },
    },
  })
})

it('[DO71] reads a mark of the whole committee, without member', () => {
  expect(read('Candidature\tCritère\tNote\n1\tC1\tA\n')).toMatchObject({
    ok: true,
    value: {
      rows: [{ line: 2, member: '', candidatureNumber: '1', criterionCode: 'C1', value: 'A', comment: '' }],
    },
  })
})

it('[DO71] reads a table without header in the documented order, lines numbered as in the file', () => {
  expect(read('Jeanne Exemple,12,IMPACT,3,Clair\nPaul Exemple,7,IMPACT,N,\n')).toMatchObject({
    ok: true,
    value: {
      rows: [
        {
          line: 1,
          member: 'Jeanne Exemple',
          candidatureNumber: '12',
          criterionCode: 'IMPACT',
          value: '3',
          comment: 'Clair',
        },
        {
          line: 2,
          member: 'Paul Exemple',
          candidatureNumber: '7',
          criterionCode: 'IMPACT',
          value: 'N',
          comment: '',
        },
      ],
      errors: [],
    },
  })
})
