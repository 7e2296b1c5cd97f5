import { describe, expect, it } from 'vitest'
import { readProjectSheets } from '#main/adapters/importers/readProjectSheets.ts'
import { sheetText } from './support/sheetText.ts'

const noPages = { registration: 0, glossary: 0, questionnaire: 0, directory: 0, other: 0 }

const portal = {
  title: 'VALMONT-SUR-ORNE - Ouvrir un guichet numérique',
  applicant: 'Commune de Valmont-sur-Orne',
  department: '14 - Calvados',
  description: ['Le guichet réunit les démarches.', 'Il ouvre en mai.', 'Deux agents sont formés.'],
  objectives: ['Moins de papier.', 'Plus de temps pour les habitants.'],
  amount: '12 500 €',
  annexes: ['Annexe financière', 'Devis.pdf', 'Délibération du conseil'],
}

const expectedPortal = {
  number: null,
  title: 'Ouvrir un guichet numérique',
  rawTitle: 'VALMONT-SUR-ORNE - Ouvrir un guichet numérique',
  applicantName: 'Commune de Valmont-sur-Orne',
  department: { code: '14', name: 'Calvados' },
  siret: null,
  description: portal.description,
  objectives: portal.objectives,
  amount: {
    status: 'certain',
    raw: '12 500 €',
    amountCents: 1_250_000,
    taxBasis: null,
    eligibleBaseCents: null,
    flags: [],
  },
  totalCost: null,
  eligibleBase: null,
  depositedOn: null,
  contactEmail: null,
  annexes: portal.annexes,
  findings: [],
}

const only = (text: string) => {
  const { candidatures } = readProjectSheets(text)
  expect(candidatures).toHaveLength(1)
  return candidatures[0] as (typeof candidatures)[number]
}

describe('one sheet', () => {
  const text = sheetText(portal)
  const lines = { first: 1, last: text.trimEnd().split('\n').length }

  it('[DO60] is read whole', () => {
    expect(readProjectSheets(text)).toEqual({
      candidatures: [{ ...expectedPortal, lines }],
      skippedPages: noPages,
    })
  })

  it.each([
    ['CRLF line endings', text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\ufeff${text}`],
    ['decomposed accents', text.normalize('NFD')],
    [
      'no-break spaces',
      text.replaceAll('2.DESCRIPTION DU PROJET', '2.\u00a0DESCRIPTION\u00a0DU\u00a0PROJET'),
    ],
    ['spaced section numbers', text.replace(/^(\d)\./gm, '$1. ')],
    ['sections in small letters', text.replace(/^\d\..*$/gm, (section) => section.toLowerCase())],
    [
      'labels in capitals',
      text.replace(/^(?:Nom de|Département|Objectifs|Montant du).*$/gm, (label) => label.toUpperCase()),
    ],
    ['labels with colons', text.replace(/^(?:Nom de la coll|Département|Objectifs|Montant du).*$/gm, '$& :')],
    ['trailing tabs', text.replace(/$/gm, '\t')],
    ['non-breaking hyphens', text.replaceAll('VALMONT-SUR', 'VALMONT\u2011SUR')],
  ])('[DO64] does not change with %s', (_, variant) => {
    expect(only(variant)).toEqual({ ...expectedPortal, lines })
  })

  it.each([
    ['blank lines', text.replaceAll('\n', '\n\n')],
    ['label and value separated by a tab', text.replace(/^(Nom de la collectivité|Département)\n/gm, '$1\t')],
    [
      'label and value separated by a colon',
      text.replace(/^(Nom de la collectivité|Département|Montant du.*)\n/gm, '$1 : '),
    ],
    ['a title written once', text.split('\n').slice(1).join('\n')],
    [
      'a date between title and section',
      text.replace('1.IDENTIFICATION', 'Modifiée le 3 mars 2022\n1.IDENTIFICATION'),
    ],
    [
      'labels in another order',
      text.replace(
        'Nom de la collectivité\nCommune de Valmont-sur-Orne\nDépartement\n14 - Calvados',
        'Département\n14 - Calvados\nNom de la collectivité\nCommune de Valmont-sur-Orne',
      ),
    ],
  ])('[DO64] reads the same values with %s', (_, variant) => {
    expect({ ...only(variant), lines: null }).toEqual({ ...expectedPortal, lines: null })
  })

  it('[DO64] reads an amount placed before the objectives', () => {
    const moved = text
      .replace('Montant du financement France Relance\n12 500 €\n', '')
      .replace('\nObjectifs\n', '\nMontant du financement France Relance\n12 500 €\nObjectifs\n')
    expect({ ...only(moved), lines: null }).toEqual({ ...expectedPortal, lines: null })
  })
})

it('[DO51] empty values are findings, never the next label', () => {
  const { applicantName, department, description, objectives, amount, findings } = only(
    sheetText({ title: 'Un projet sans réponse' }),
  )
  expect({ applicantName, department, description, objectives, amount, findings }).toEqual({
    applicantName: '',
    department: null,
    description: [],
    objectives: [],
    amount: { status: 'to-check', raw: '', doubt: 'empty', proposals: [] },
    findings: [
      { severity: 'error', field: 'applicant', problem: 'missing' },
      { severity: 'to-check', field: 'department', problem: 'missing' },
      { severity: 'note', field: 'description', problem: 'missing' },
      { severity: 'to-check', field: 'amount', problem: 'missing' },
    ],
  })
})

it('[DO65] an applicant missing from its field is proposed from the title', () => {
  const { applicant: _, ...withoutApplicant } = portal
  const read = only(sheetText(withoutApplicant))
  expect([read.applicantName, read.title, read.findings]).toEqual([
    'VALMONT-SUR-ORNE',
    'Ouvrir un guichet numérique',
    [{ severity: 'to-check', field: 'applicant', problem: 'from-title' }],
  ])
})

it.each([
  ['Refonte du site - phase 2', 'Commune de Valmont', 'Refonte du site - phase 2'],
  ['ST-AUBIN-LE-HAUT - Site', 'Mairie de Saint-Aubin-le-Haut', 'Site'],
  ['CC DES TROIS RIVIÈRES : Portail', 'Communauté de communes des Trois-Rivières', 'Portail'],
  ['VALMONT – Guichet', 'Valmont Agglomération', 'Guichet'],
  ['Valmont - Guichet - Commune de Valmont', 'Valmont', 'Guichet - Commune de Valmont'],
  ['Portail co-construit', 'Valmont', 'Portail co-construit'],
])('[DO65] the title of « %s » by « %s » is « %s »', (title, applicant, expected) => {
  expect(only(sheetText({ ...portal, title, applicant })).title).toBe(expected)
})

describe('repetition', () => {
  it.each([
    ['one paragraph', ['A.']],
    ['two', ['A.', 'B.']],
    ['a line that its author wrote twice', ['A.', 'A.']],
    ['a refrain', ['Étape :', 'tester', 'Étape :', 'tester']],
    ['a list repeated by its author', ['A.', '- b', '- c', '- b', '- c']],
  ])('[DO61] is undone exactly: %s', (_, description) => {
    expect(only(sheetText({ ...portal, description })).description).toEqual(description)
  })

  it('[DO61] is undone when the first paragraph is blank', () => {
    const text = sheetText({ ...portal, description: ['@@', 'A.', 'B.'] }).replace('@@', ' ')
    expect(only(text).description).toEqual(['A.', 'B.'])
  })

  it('[DO61] a block without it is kept whole and said', () => {
    const text = sheetText({ ...portal, description: ['A.'] }).replace('A.', 'A.\nB.\nC.')
    const { description, findings } = only(text)
    expect([description, findings]).toEqual([
      ['A.', 'B.', 'C.'],
      [{ severity: 'note', field: 'description', problem: 'repetition-not-found' }],
    ])
  })
})

it.each([
  ['Objectifs', ['Contexte.', 'Objectifs', 'Simplifier.']],
  [
    'Montant du financement France Relance',
    ['Contexte.', 'Montant du financement France Relance', 'Simplifier.'],
  ],
  ['3.SUIVI DU PROJET', ['Contexte.', '3.SUIVI DU PROJET', 'Un point chaque mois.']],
  ['1.IDENTIFICATION', ['Étapes', '1.IDENTIFICATION', 'Nom de la collectivité', 'des besoins']],
  ['Département', ['Contexte.', 'Département', 'Région']],
  ['a title', ['Contexte.', portal.title, 'Suite.']],
])('[DO62] a description may hold a line « %s »', (_, description) => {
  const read = only(sheetText({ ...portal, description }))
  expect([read.description, read.objectives, read.amount.raw]).toEqual([
    description,
    portal.objectives,
    '12 500 €',
  ])
})

it('[DO63] no contact is kept, wherever it stands', () => {
  const people = ['Jeanne Exemple', 'Directrice', 'jeanne@exemple.fr', '02 31 00 00 01']
  const text = sheetText({
    ...portal,
    referent: people,
    followUp: ['Contact du suivi', ...people, 'Projet terminé.'],
    description: ['Écrire à jeanne@exemple.fr ou appeler le 02.31.00.00.01.'],
  })
  const read = only(text)
  expect(JSON.stringify(read)).not.toMatch(/Jeanne|jeanne|Directrice|31.00.00/)
  expect([read.description, read.findings]).toEqual([
    ['Écrire à [coordonnée retirée] ou appeler le [coordonnée retirée].'],
    [
      { severity: 'note', field: 'referent', problem: 'not-kept' },
      { severity: 'note', field: 'follow-up', problem: 'not-kept' },
      { severity: 'to-check', field: 'description', problem: 'contact-removed' },
    ],
  ])
})

describe('other pages', () => {
  const registration = [
    'Journée des usages',
    'Journée des usages',
    'Inscription à l’événement',
    'Nom',
    'Exemple',
    'Prénom',
    'Jeanne',
    'E-mail',
    'jeanne@exemple.fr',
  ]
  const glossary = [
    'Guichet unique',
    'Guichet unique',
    'Définition',
    'Lieu où toutes les démarches se font. Mot de Jeanne.',
  ]
  const questionnaire = [
    'Votre avis',
    'Votre avis',
    'Question 1',
    'Êtes-vous satisfaite ?',
    'Réponse',
    'Oui, Jeanne Exemple',
  ]
  const directory = [
    'Jeanne Exemple',
    'Jeanne Exemple',
    'Fonction',
    'Directrice',
    'Téléphone',
    '02 31 00 00 01',
    'Courriel',
    'jeanne@exemple.fr',
  ]
  const plain = ['Accueil du wiki', 'Accueil du wiki', 'Bienvenue. Jeanne vous guide.']
  const sheet = sheetText(portal)
  const second = sheetText({ ...portal, title: 'VALMONT-SUR-ORNE - Autre projet' })
  const page = (lines: readonly string[]) => `${lines.join('\n')}\n`

  it('[DO60] are skipped and counted by kind, and nothing of them is kept', () => {
    const text = [
      page(plain),
      page(registration),
      sheet,
      page(directory),
      page(glossary),
      second,
      page(questionnaire),
      page(registration),
    ].join('')
    const reading = readProjectSheets(text)
    expect(reading.skippedPages).toEqual({
      registration: 2,
      glossary: 1,
      questionnaire: 1,
      directory: 1,
      other: 1,
    })
    expect(reading.candidatures.map(({ title, annexes }) => [title, annexes])).toEqual([
      ['Ouvrir un guichet numérique', portal.annexes],
      ['Autre projet', portal.annexes],
    ])
    expect(JSON.stringify(reading)).not.toMatch(/Jeanne|jeanne|31 00/)
  })

  it('[DO60] a questionnaire with an identification section is not a sheet', () => {
    const text = page([
      'Enquête',
      'Enquête',
      '1.IDENTIFICATION',
      'Nom de la collectivité',
      'Valmont',
      '2.VOS USAGES',
      'Question 1',
    ])
    expect(readProjectSheets(text + sheet)).toMatchObject({
      candidatures: [{ title: 'Ouvrir un guichet numérique' }],
      skippedPages: { ...noPages, questionnaire: 1 },
    })
  })

  it('[DO66] a page after a sheet cut short does not flow into it', () => {
    const cut = sheet.slice(0, sheet.indexOf('3.SUIVI'))
    const reading = readProjectSheets(cut + page(directory) + second)
    expect(reading.candidatures).toHaveLength(2)
    expect(reading.skippedPages).toEqual({ ...noPages, directory: 1 })
    expect(JSON.stringify(reading)).not.toMatch(/Jeanne|Directrice/)
  })

  it('[DO66] a page whose title is written once does not flow into the annexes', () => {
    const reading = readProjectSheets(sheet + page(directory.slice(1)) + second)
    expect(reading.candidatures.map(({ annexes }) => annexes)).toEqual([portal.annexes, portal.annexes])
    expect(JSON.stringify(reading)).not.toMatch(/Jeanne|Directrice/)
  })

  it('[DO66] the last annex, repeated by the wiki before another page, stays an annex', () => {
    const annexes = ['Annexe financière', 'Devis']
    const reading = readProjectSheets(sheetText({ ...portal, annexes }) + page(directory))
    expect(reading.candidatures.map((candidature) => candidature.annexes)).toEqual([annexes])
    expect(reading.skippedPages).toEqual({ ...noPages, directory: 1 })
  })

  it('[DO66] a page that has annexes of its own does not stretch the sheet before it', () => {
    const survey = [
      'Votre avis',
      'Votre avis',
      'Question 1',
      'Réponse',
      'Jeanne Exemple',
      '5.ANNEXES',
      'Devis de Jeanne',
    ]
    const reading = readProjectSheets(sheet + page(survey))
    expect(reading.candidatures.map(({ annexes }) => annexes)).toEqual([portal.annexes])
    expect(JSON.stringify(reading)).not.toMatch(/Jeanne/)
  })

  it('[DO60] a text without any sheet gives none', () => {
    expect(readProjectSheets('')).toEqual({ candidatures: [], skippedPages: noPages })
    expect(readProjectSheets(page(plain))).toEqual({
      candidatures: [],
      skippedPages: { ...noPages, other: 1 },
    })
  })
})

it('[DO65] a sheet without applicant proposes what stands before the dash, to check', () => {
  const text = sheetText({ ...portal, title: 'Valmont-sur-Orne - Ouvrir un guichet numérique' }).replace(
    'Nom de la collectivité\nCommune de Valmont-sur-Orne\n',
    '',
  )
  expect(only(text)).toMatchObject({
    applicantName: 'Valmont-sur-Orne',
    title: 'Ouvrir un guichet numérique',
    findings: [{ severity: 'to-check', field: 'applicant', problem: 'from-title' }],
  })
})
