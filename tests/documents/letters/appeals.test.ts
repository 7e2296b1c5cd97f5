import { describe, expect, it } from 'vitest'
import {
  administrativeCourts,
  courtOfDepartment,
} from '#shared/domain/documents/dossier/administrativeCourts.ts'
import { appealNotice } from '#shared/domain/documents/dossier/appealNotice.ts'
import { courtOf, departmentOfAddress } from '#shared/domain/documents/dossier/courtOf.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { letterKinds } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { departments } from '#shared/domain/dossier/departments.ts'
import { factsFor, issuer, making } from './letterFacts.ts'

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

const applying = (
  facts: DossierFacts,
  candidature: Partial<DossierFacts['candidature']>,
  correspondent: Partial<DossierFacts['instruction']['correspondent']> = {},
): DossierFacts => ({
  ...facts,
  candidature: { ...facts.candidature, ...candidature },
  instruction: {
    ...facts.instruction,
    correspondent: { ...facts.instruction.correspondent, ...correspondent },
  },
})

const citizens = 'y compris par l’intermédiaire du site Télérecours citoyens (www.telerecours.fr).'
const may = 'qui peut être adressée au moyen de l’application Télérecours (www.telerecours.fr).'
const must = 'Cedex), au moyen de l’application Télérecours (www.telerecours.fr).'
const oneMonth =
  'est augmenté d’un mois, votre siège étant situé outre-mer (article R421-7 du code de justice administrative).'
const twoMonths =
  'est augmenté de deux mois, votre siège étant situé à l’étranger (article R421-7 du code de justice administrative).'
const isAnyDistance = 'est augmenté'

interface Applicant {
  readonly name: string
  readonly of: (facts: DossierFacts) => DossierFacts
  readonly isPrivate: boolean
  readonly way: string
  readonly distance: string | null
}

const applicants: readonly Applicant[] = [
  {
    name: 'an association',
    of: (facts) => facts,
    isPrivate: true,
    way: citizens,
    distance: null,
  },
  {
    name: 'a company',
    of: (facts) => applying(facts, { applicantKind: 'company' }),
    isPrivate: true,
    way: citizens,
    distance: null,
  },
  {
    name: 'a natural person',
    of: (facts) => applying(facts, { applicantKind: 'other' }, { isNaturalPerson: true }),
    isPrivate: true,
    way: citizens,
    distance: null,
  },
  {
    name: 'a commune of 3 499 inhabitants',
    of: (facts) => applying(facts, { applicantKind: 'commune', population: 3499 }),
    isPrivate: false,
    way: may,
    distance: null,
  },
  {
    name: 'a commune of 3 500 inhabitants',
    of: (facts) => applying(facts, { applicantKind: 'commune', population: 3500 }),
    isPrivate: false,
    way: must,
    distance: null,
  },
  {
    name: 'an EPCI',
    of: (facts) => applying(facts, { applicantKind: 'epci', population: 900 }),
    isPrivate: false,
    way: must,
    distance: null,
  },
  {
    name: 'a département',
    of: (facts) => applying(facts, { applicantKind: 'departement' }),
    isPrivate: false,
    way: must,
    distance: null,
  },
  {
    name: 'a région',
    of: (facts) => applying(facts, { applicantKind: 'region' }),
    isPrivate: false,
    way: must,
    distance: null,
  },
  {
    name: 'a public establishment',
    of: (facts) => applying(facts, { applicantKind: 'other', identifier: '25560098700017' }),
    isPrivate: false,
    way: must,
    distance: null,
  },
  {
    name: 'an association of La Réunion',
    of: (facts) => applying(facts, { department: { code: '974', name: 'La Réunion' } }),
    isPrivate: true,
    way: citizens,
    distance: oneMonth,
  },
  {
    name: 'an association abroad',
    of: (facts) => applying(facts, {}, { place: 'abroad' }),
    isPrivate: true,
    way: citizens,
    distance: twoMonths,
  },
]

describe.each(applicants)('appeals told to $name', ({ of, isPrivate, way, distance }) => {
  it.each(letterKinds)('[LE5] A10: %s', (kind) => {
    const made = letter(kind, of(factsFor(kind)), making)
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const text = plain(plainText(made.value.model))
    const isTold = isPrivate || factsFor(kind).decision !== null
    expect([
      text.includes('dans les deux mois suivant'),
      text.includes(way),
      text.includes('tribunal administratif de Rennes'),
      [citizens, may, must].filter((other) => text.includes(other)).length,
      text.includes(distance ?? isAnyDistance),
      text.includes('du rejet qui naît de deux mois de silence'),
    ]).toEqual([isTold, isTold, isTold, isTold ? 1 : 0, isTold && distance !== null, isPrivate])
  })
})

describe('an appeal notice', () => {
  const facts = factsFor('letter-refusal')

  it('[LE5] names what it cannot do without', () => {
    expect(
      appealNotice({
        ...applying(facts, { applicantKind: 'commune', population: null }),
        issuer: {
          ...facts.issuer,
          court: { name: ' ', address: '' },
          appealTo: '',
          signatory: { name: 'Soazig Le Roux', capacity: '' },
        },
      }),
    ).toEqual({
      paragraphs: [],
      missing: [
        'le tribunal administratif compétent',
        'l’autorité à laquelle adresser un recours gracieux',
        'la population de la commune',
      ],
    })
    expect(appealNotice(applying(facts, { applicantKind: 'unknown', identifier: '' })).missing).toEqual([
      'la nature du demandeur (personne privée ou organisme public)',
    ])
  })

  it('[LE5] is addressed to the capacity of the signatory when nothing else is said', () => {
    const [first] = appealNotice({ ...facts, issuer: { ...facts.issuer, appealTo: '' } }).paragraphs
    expect(first).toContain('un recours gracieux auprès de la présidente, qui interrompt')
  })

  it('[LE5] a préfet has a minister above', () => {
    const [first] = appealNotice({
      ...facts,
      issuer: { ...facts.issuer, kind: 'prefecture', appealTo: 'le préfet du Morbihan' },
    }).paragraphs
    expect(first).toContain(
      'par un recours gracieux auprès du préfet du Morbihan ou par un recours hiérarchique auprès du ministre compétent, lesquels interrompent le délai',
    )
    expect(first).toContain('En cas de recours gracieux ou hiérarchique')
  })

  it('[LE5] before a court overseas, one month more for whoever stands elsewhere, none for a neighbour', () => {
    const overseas = { ...facts, issuer: { ...facts.issuer, address: '1 rue X\n97400 Saint-Denis' } }
    const last = (code: string) =>
      appealNotice(applying(overseas, { department: { code, name: '' } })).paragraphs.at(-1)
    expect(last('56')).toContain('augmenté d’un mois, votre siège étant situé hors du ressort de ce tribunal')
    expect(last('971')).toContain('augmenté d’un mois, votre siège étant situé outre-mer')
    expect(last('974')).toContain('En cas de recours gracieux')
  })

  it('[LE5] never prints a computed last day', () => {
    for (const paragraph of appealNotice(facts).paragraphs) expect(paragraph).not.toMatch(/20\d\d/u)
  })
})

describe('the court', () => {
  it('[LE6] every département and overseas collectivity has one and one only', () => {
    for (const [code] of departments)
      expect([code, administrativeCourts.filter((court) => court.departments.includes(code)).length]).toEqual(
        [code, 1],
      )
  })

  it.each([
    ['56', 'tribunal administratif de Rennes'],
    ['80', 'tribunal administratif d’Amiens'],
    ['45', 'tribunal administratif d’Orléans'],
    ['2A', 'tribunal administratif de Bastia'],
    ['974', 'tribunal administratif de La Réunion'],
  ])('[LE6] %s: %s', (code, name) => {
    expect(courtOfDepartment(code, '2026-12-18')?.name).toBe(name)
  })

  it('[LE6] the court that the issuer keyed comes first', () => {
    const court = { name: 'tribunal administratif de Nantes', address: '' }
    expect(courtOf({ ...issuer, court }, '2026-12-18')).toEqual(court)
  })

  it('[LE6] without a court nor a postal code it stays empty, and the letter asks for it', () => {
    expect(courtOf({ ...issuer, address: 'Mairie' }, '2026-12-18')).toEqual({ name: '', address: '' })
  })

  it.each([
    ['4 place de la Mairie\n56460 Sérent', '56'],
    ['BP 12345, 01000 Bourg', '01'],
    ['20000 Ajaccio', '2A'],
    ['20200 Bastia', '2B'],
    ['97400 Saint-Denis', '974'],
    ['97133 Saint-Barthélemy', '977'],
    ['Mairie', null],
  ])('[LE6] « %s » is in %s', (address, code) => {
    expect(departmentOfAddress(address)).toBe(code)
  })
})
