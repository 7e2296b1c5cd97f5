import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readProjectSheets } from '#main/adapters/importers/readProjectSheets.ts'
import { likelyDuplicates } from '#shared/domain/dossier/likelyDuplicates.ts'
import { realSheetsText } from './support/realSheets.ts'

const text = realSheetsText()

describe.runIf(text !== null)('the 49 real sheets', () => {
  const { candidatures, skippedPages } = readProjectSheets(text ?? '')
  const byApplicant = (name: string) =>
    candidatures.filter((candidature) => candidature.applicantName === name)

  it('[DO60] are 49, cover the file without a gap, and no page is skipped', () => {
    expect(candidatures).toHaveLength(49)
    expect(skippedPages).toEqual({ registration: 0, glossary: 0, questionnaire: 0, directory: 0, other: 0 })
    const ends = candidatures.map(({ lines }) => lines.last)
    expect(candidatures.map(({ lines }) => lines.first)).toEqual([
      1,
      ...ends.slice(0, -1).map((line) => line + 1),
    ])
    expect(ends.at(-1)).toBe(1539)
  })

  it('[DO24] lie in four départements', () => {
    const counts = Map.groupBy(candidatures, ({ department }) => `${department?.code} ${department?.name}`)
    expect(Object.fromEntries(Array.from(counts, ([name, members]) => [name, members.length]))).toEqual({
      "22 Côtes-d'Armor": 18,
      '29 Finistère': 4,
      '35 Ille-et-Vilaine': 14,
      '56 Morbihan': 13,
    })
  })

  it('[DO1] ask for 1 007 643 € in all, every amount certain, one of them zero', () => {
    const amounts = candidatures.map(({ amount }) =>
      amount.status === 'certain' ? amount.amountCents : Number.NaN,
    )
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(100_764_300)
    expect(
      candidatures.flatMap(({ applicantName, findings }) => findings.map((f) => [applicantName, f])),
    ).toEqual([['MAIRIE DE SAINT-JEAN-BRÉVELAY', { severity: 'to-check', field: 'amount', problem: 'zero' }]])
  })

  it('[DO3] [DO4] keep tax basis and eligible base', () => {
    expect(byApplicant('REDON Agglomération').map(({ amount }) => amount)).toEqual([
      {
        status: 'certain',
        raw: '23 328 TTC',
        amountCents: 2_332_800,
        taxBasis: 'TTC',
        eligibleBaseCents: null,
        flags: [],
      },
    ])
    expect(byApplicant('GUINGAMP-PAIMPOL AGGLOMÉRATION').map(({ amount }) => amount)).toEqual([
      {
        status: 'certain',
        raw: '77 600 € sur dépense prévisionnelle subventionnable de 98 000 € HT',
        amountCents: 7_760_000,
        taxBasis: 'HT',
        eligibleBaseCents: 9_800_000,
        flags: [],
      },
    ])
  })

  it('[DO65] have their titles without the applicant', () => {
    const titles = new Map(candidatures.map(({ rawTitle, title }) => [rawTitle, title]))
    expect(titles.get("BERRIC - Mise en place d'un Portail Familles")).toBe(
      "Mise en place d'un Portail Familles",
    )
    expect(titles.get('PENVENAN- Centre Culturel')).toBe('Centre Culturel')
    expect(titles.get('SAINT-GONLAY -Numérisation du cimetière')).toBe('Numérisation du cimetière')
    expect(titles.get("RENNES METROPOLE - Plateforme de coopération Jumeau Numérique - Cas d'usage")).toBe(
      "Plateforme de coopération Jumeau Numérique - Cas d'usage",
    )
    expect(
      titles.get(
        'LORIENT - E-administration - téléservices aux citoyens, familles, associations et entreprises',
      ),
    ).toBe('E-administration - téléservices aux citoyens, familles, associations et entreprises')
    expect(
      titles.get(
        'PLANCOËT : Le numérique au service des usagers et lutte contre la rupture de l’accès aux droits',
      ),
    ).toBe('Le numérique au service des usagers et lutte contre la rupture de l’accès aux droits')
    expect(candidatures.every(({ title, rawTitle }) => title.length < rawTitle.length)).toBe(true)
  })

  it('[DO61] have every block once: no paragraph follows its own copy', () => {
    const blocks = candidatures.map(({ description, objectives }) => [description.length, objectives.length])
    expect(blocks).toEqual([
      [1, 2],
      [8, 5],
      [1, 9],
      [1, 4],
      [1, 6],
      [11, 1],
      [1, 3],
      [1, 1],
      [2, 1],
      [1, 1],
      [1, 1],
      [1, 3],
      [1, 1],
      [13, 5],
      [1, 1],
      [1, 1],
      [8, 1],
      [1, 3],
      [19, 12],
      [4, 5],
      [1, 3],
      [1, 1],
      [1, 15],
      [1, 2],
      [8, 4],
      [2, 14],
      [1, 1],
      [3, 2],
      [1, 3],
      [2, 8],
      [3, 2],
      [1, 8],
      [5, 1],
      [1, 2],
      [26, 9],
      [1, 4],
      [1, 5],
      [3, 4],
      [12, 3],
      [8, 11],
      [4, 2],
      [5, 8],
      [1, 1],
      [1, 1],
      [1, 2],
      [3, 1],
      [1, 2],
      [4, 10],
      [1, 3],
    ])
    const lines = candidatures.flatMap(({ description, objectives }) => [
      ...description,
      '',
      ...objectives,
      '',
    ])
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(
      '5a302b8c2a6a873130b87ef9cadb06b5e9546b5842111755e83464c2219eb900',
    )
  })

  it('[DO50] give whole values', () => {
    expect(byApplicant('Penvénan')).toEqual([
      {
        lines: { first: 763, last: 810 },
        number: null,
        title: 'Centre Culturel',
        rawTitle: 'PENVENAN- Centre Culturel',
        applicantName: 'Penvénan',
        department: { code: '22', name: "Côtes-d'Armor" },
        siret: null,
        description: [
          "Financement d'un projet de transformation ayant un impact concret dans la relation à",
          "l'usager",
        ],
        objectives: [
          'Projet Relance Numérique du Centre Culturel Anatole Le Braz de Penvénan.',
          'Ce bâtiment abrite les salles de la médiathèque et celles à usages associatives et',
          'culturelles.',
          "Le souhait est de réunir l'ensemble de ces salles sous un seul service culturel.",
          "Il s'agit de créer et de mettre en place au sein du bâtiment une structure numérique",
          'permettant des accès informatiques sécurisés pour tous les usagers sous forme soit filaire,',
          'soit wifi.',
          "A l'heure actuelle, il n'existe pas, sur Penvénan, de point de connexion libre permettant",
          'de se connecter au WEB.',
          'Les services proposés permettraient aux administrés la consultations, la gestion des',
          'données à caractère personnel et sensible, les opérations en ligne, des formations et la',
          'possibilité de télétravail.',
          "Ils permettraient l'accompagnement aux démarches dématérialisées par des services",
          'publics type France services.',
        ],
        amount: {
          status: 'certain',
          raw: '15 000 Euros',
          amountCents: 1_500_000,
          taxBasis: null,
          eligibleBaseCents: null,
          flags: [],
        },
        totalCost: null,
        eligibleBase: null,
        depositedOn: null,
        contactEmail: null,
        annexes: ['Annexe financière Chorus'],
        findings: [],
      },
    ])
    expect(byApplicant('Ville de Quévert').map(({ objectives }) => objectives.slice(0, 3))).toEqual([
      [
        'Objectifs :',
        '-faciliter la fréquentation des usagers aux services enfance-jeunesse de la commune',
        "-fluidifier l'information",
      ],
    ])
    expect(byApplicant('commune de ROHAN').map(({ description }) => description[2])).toEqual([
      'Description du projet',
    ])
    expect(byApplicant('Mairie Yffiniac').map(({ lines, annexes }) => [lines, annexes])).toEqual([
      [{ first: 1520, last: 1539 }, []],
    ])
  })
})

describe.runIf(text !== null)('duplicates among the 49 real sheets', () => {
  it('[DO40] are one pair, of Dinan', () => {
    const { candidatures } = readProjectSheets(text ?? '')
    const candidates = candidatures.map((candidature) => ({
      key: `${candidature.lines.first}`,
      applicantName: candidature.applicantName,
      territory: null,
      title: candidature.title,
      fields: {
        title: candidature.title,
        amount: candidature.amount.raw,
        description: candidature.description.join('\n'),
      },
    }))
    expect(likelyDuplicates(candidates)).toEqual([
      {
        first: '399',
        second: '419',
        differences: [
          {
            field: 'title',
            first: 'Nouveau site Internet pour la ville de Dinan centré sur l’expérience utilisateur',
            second:
              'Nouveau site Internet pour la ville de Dinan centré sur l’expérience utilisateur (rapport V2)',
          },
        ],
      },
    ])
  })
})
