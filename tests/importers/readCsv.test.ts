import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvOptions, readCsv } from '#main/adapters/importers/readCsv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** French text as old spreadsheets save it: one byte per character. */
const windows1252 = (text: string) =>
  Uint8Array.from(
    text,
    (character) => ({ '€': 0x80, '’': 0x92, œ: 0x9c })[character] ?? character.charCodeAt(0),
  )

const readAll = (content: string | Uint8Array, options: CsvOptions = { mapping: null }) => {
  const reading = readCsv(typeof content === 'string' ? bytesOf(content) : content, options)
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  const { batches, ...shown } = reading.value
  const all = Array.from(batches())
  return { ...shown, candidatures: all.flatMap((batch) => batch.candidatures), batches: all }
}

const refusalOf = (content: string | Uint8Array) => {
  const reading = readCsv(typeof content === 'string' ? bytesOf(content) : content, { mapping: null })
  return reading.ok ? null : reading.refusal
}

const header =
  'N°;Bénéficiaire;Intitulé du projet;Montant demandé;SIRET;Département;Date de dépôt;Description;Objectifs;E-mail'
const line =
  '12;Commune de Valmont;Ouvrir un guichet;12 500,50 €;218601946 00013;14 - Calvados;31/12/2024;"Premier.\nSecond ; fin";Simplifier;mairie@exemple.fr'

const expected = {
  lines: { first: 2, last: 3 },
  number: '12',
  title: 'Ouvrir un guichet',
  rawTitle: 'Ouvrir un guichet',
  applicantName: 'Commune de Valmont',
  department: { code: '14', name: 'Calvados' },
  siret: '21860194600013',
  description: ['Premier.', 'Second ; fin'],
  objectives: ['Simplifier'],
  amount: {
    status: 'certain',
    raw: '12 500,50 €',
    amountCents: 1_250_050,
    taxBasis: null,
    eligibleBaseCents: null,
    flags: [],
  },
  totalCost: null,
  eligibleBase: null,
  depositedOn: '2024-12-31',
  contactEmail: 'mairie@exemple.fr',
  annexes: [],
  findings: [],
}

describe('one line', () => {
  const text = `${header}\n${line}\n`
  it('[DO70] is read whole, and the mapping is shown', () => {
    const { encoding, delimiter, mapping, candidatures } = readAll(text)
    expect(candidatures).toEqual([expected])
    expect([encoding, delimiter]).toEqual(['utf-8', ';'])
    expect(mapping.map(({ field }) => field)).toEqual([
      'number',
      'applicant',
      'title',
      'amount',
      'siret',
      'department',
      'deposited-on',
      'description',
      'objectives',
      'contact-email',
    ])
  })

  it.each([
    ['a byte-order mark', bytesOf(`\ufeff${text}`)],
    ['CRLF', bytesOf(text.replaceAll('\n', '\r\n'))],
    ['Windows-1252', windows1252(text)],
    ['tabs', bytesOf(text.replace(/;(?! fin)/g, '\t'))],
    [
      'UTF-16',
      Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)]),
    ],
    ['no line break at the end', bytesOf(text.trimEnd())],
  ])('[DO70] reads the same with %s', (_, bytes) => {
    expect(readAll(bytes).candidatures).toEqual([expected])
  })

  it('[DO70] reads commas, quotes and doubled quotes', () => {
    const { delimiter, candidatures } = readAll(
      'Porteur,Projet,Montant\n"Valmont, Calvados","Le ""guichet""","1 200,50"\n',
    )
    expect(delimiter).toBe(',')
    expect(
      candidatures.map(({ applicantName, title, amount }) => [applicantName, title, amount.raw]),
    ).toEqual([['Valmont, Calvados', 'Le "guichet"', '1 200,50']])
  })

  it('[DO70] skips blank lines, a title above the header and a « sep= » line, and counts lines truly', () => {
    const rows = `sep=;\nCandidatures 2025;;\n;;\nDemandeur;Projet;Montant\n\nA;"x\ny";1\n;;\nB;z;2\n`
    expect(
      readAll(rows).candidatures.map(({ lines, applicantName }) => [lines.first, lines.last, applicantName]),
    ).toEqual([
      [6, 7, 'A'],
      [9, 9, 'B'],
    ])
  })
})

it.each([
  ['Demandeur;Projet;Subvention sollicitée', ['applicant', 'title', 'amount']],
  ['COLLECTIVITE;OBJET;MONTANT DEMANDE (€ HT)', ['applicant', 'title', 'amount']],
  [
    'Porteur de projet;Titre du projet;Aide demandée;Coût total',
    ['applicant', 'title', 'amount', 'total-cost'],
  ],
  [
    'Nom de la collectivité;Libellé;Dépense éligible;Subvention demandée',
    ['applicant', 'title', 'eligible-base', 'amount'],
  ],
  [
    'Numéro de dossier;Commune;Demandeur;Objet de la demande;Montant',
    ['number', null, 'applicant', 'title', 'amount'],
  ],
  ['Montant;Montant;Demandeur;Couleur', ['amount', null, 'applicant', null]],
  [
    'Coût prévisionnel;Montant subventionnable;Courriel;Dépt;Bénéficiaire',
    ['total-cost', 'eligible-base', 'contact-email', 'department', 'applicant'],
  ],
  ['Raison sociale;N° SIRET;Déposé le;Résumé', ['applicant', 'siret', 'deposited-on', 'description']],
])('[DO71] guesses the columns « %s »', (headers, fields) => {
  expect(readAll(`${headers}\n`).mapping.map(({ field }) => field)).toEqual(fields)
})

it('[DO71] follows a given mapping, whatever the guess', () => {
  const mapping = { Structure: null, Qui: 'applicant', Quoi: 'title', Combien: 'amount', Absente: 'siret' }
  const reading = readAll('Structure;Qui;quoi;Combien\nX;Valmont;Guichet;10\n', { mapping })
  expect(reading.mapping).toEqual([
    { header: 'Structure', field: null },
    { header: 'Qui', field: 'applicant' },
    { header: 'quoi', field: 'title' },
    { header: 'Combien', field: 'amount' },
  ])
  expect(reading.candidatures[0]).toMatchObject({ applicantName: 'Valmont', title: 'Guichet' })
})

it('[DO71] names a column met twice apart, and a column without name by its place', () => {
  const { mapping } = readAll('Demandeur;Montant;montant;;Fin\n')
  expect(mapping.map((column) => column.header)).toEqual([
    'Demandeur',
    'Montant',
    'montant (2)',
    'Colonne 4',
    'Fin',
  ])
})

it.each([
  [
    'xlsx',
    [0x50, 0x4b, 0x03, 0x04, ...bytesOf('xl/workbook.xml')],
    'ce document est un classeur Excel : enregistrez-le d’abord au format CSV',
  ],
  [
    'zip',
    [0x50, 0x4b, 0x03, 0x04, ...bytesOf('photo.jpg')],
    'ce document est une archive : décompressez-la d’abord',
  ],
  ['pdf', bytesOf('%PDF-1.7'), 'ce document est un PDF, pas un tableau'],
  ['binary', [65, 66, 0, 1, 2, 3], 'ce document n’est pas un texte'],
  ['empty', [], 'ce document est vide'],
  ['blank', bytesOf('\n ; \n'), 'ce document est vide'],
  [
    'no applicant',
    bytesOf('Couleur;Taille\nbleu;3'),
    'aucune colonne ne désigne le demandeur parmi « Couleur », « Taille »',
  ],
])('[DO72] refuses %s with its reason', (_, bytes, reason) => {
  expect(refusalOf(Uint8Array.from(bytes))).toEqual({ code: 'input.invalid', details: { reason } })
})

it('[DO74] says what is missing or doubtful, line by line', () => {
  const { candidatures } = readAll(
    [
      'Demandeur;Projet;Montant;Siret;Département;Date de dépôt;Courriel;Coût total',
      ';Guichet;10;;14;;;',
      'Valmont;;10;;14;;;',
      'Valmont;Guichet;12.000;21860194600014;14 - Orne;31/02/2025;mairie;beaucoup',
      'Valmont;Guichet;0;21860194600013.0;;45717;;',
      'Valmont;Guichet;10;;14;;;;de trop',
      'Valmont 02 31 00 00 01;Guichet;10;;14;;;',
      'Valmont;"Guichet;10',
    ].join('\n'),
  )
  expect(
    candidatures.map(({ findings }) => findings.map((f) => `${f.severity} ${f.field} ${f.problem}`)),
  ).toEqual([
    ['error applicant missing'],
    ['error title missing'],
    [
      'to-check department unreadable',
      'to-check amount unreadable',
      'to-check siret unreadable',
      'to-check total-cost unreadable',
      'to-check deposited-on unreadable',
      'to-check contact-email unreadable',
    ],
    ['to-check department missing', 'to-check amount zero'],
    ['error line too-many-cells'],
    ['to-check applicant contact-removed'],
    ['error line broken-quotes', 'to-check department missing', 'to-check amount missing'],
  ])
  expect(candidatures[3]).toMatchObject({ siret: '21860194600013', depositedOn: '2025-03-01' })
})

it('[DO3] takes the tax basis from the name of the column', () => {
  const { candidatures } = readAll('Demandeur;Projet;Montant demandé (HT)\nA;x;10\nB;y;10 TTC\n')
  expect(candidatures.map(({ amount }) => amount.status === 'certain' && amount.taxBasis)).toEqual([
    'HT',
    'TTC',
  ])
})

it('[DO73] gives 10 000 lines in small batches that can be stopped', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `${index + 1};Commune ${index};"Projet ${index}\nsuite";${index} €`,
  )
  const text = `N°;Demandeur;Projet;Montant\n${rows.join('\n')}\n`
  const { candidatures, batches } = readAll(text)
  expect(candidatures.map(({ number }) => number)).toEqual(rows.map((_, index) => String(index + 1)))
  expect(candidatures.at(-1)?.lines).toEqual({ first: 20_000, last: 20_001 })
  expect(Math.max(...batches.map((batch) => batch.candidatures.length))).toBeLessThan(1_500)
  expect(batches.at(-1)).toMatchObject({ done: text.length, total: text.length })
  const reading = readCsv(bytesOf(text), { mapping: null })
  const first = reading.ok ? reading.value.batches().next() : null
  expect(first?.done).toBe(false)
})

it('[DO70] reads back any table that is written with quotes', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('aé"; ,\t\nœ€')), maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(';', ','),
      (rows, delimiter) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const written = rows.map(([a, b]) => ['x', `A${a}`, `B${b}`].map(quoted).join(delimiter))
        const text = ['N°', 'Demandeur', 'Projet'].join(delimiter)
        const tidy = (value: string) => value.replace(/\s+/g, ' ').trim()
        expect(
          readAll(`${text}\n${written.join('\n')}`).candidatures.map((c) => [c.applicantName, c.title]),
        ).toEqual(rows.map(([a, b]) => [tidy(`A${a}`), tidy(`B${b}`)]))
      },
    ),
  )
})

it('[DO74] a number that an earlier line has is an error of its line, not another number given in silence', () => {
  const { candidatures } = readAll(
    'N°;Demandeur;Projet;Montant\n7;Rennes;A;1\n007;Brest;B;2\n8;Metz;C;3\n;Nice;D;4\n',
  )
  const errors = candidatures.map(({ findings }) => findings.filter(({ severity }) => severity === 'error'))
  expect(errors).toEqual([[], [{ severity: 'error', field: 'number', problem: 'repeated' }], [], []])
})
