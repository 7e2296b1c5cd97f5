import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decisionRecord } from '#shared/domain/documents/decisionRecord.ts'
import { legalReferenceAt } from '#shared/domain/documents/legalReferences.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { rankingRows } from '#shared/domain/documents/rankingRows.ts'
import { rankingTable } from '#shared/domain/documents/rankingTable.ts'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import type { ItemFacts, SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import type { Result } from '#shared/kernel/result.ts'
import { completeFacts, councilFacts, factsDigest, meetingFacts } from './fixtures/sessionFacts.ts'

const modelOf = (made: Result<DocumentModel>): DocumentModel => {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

const textOf = (made: Result<DocumentModel>): string => plainText(modelOf(made))

/** No-break spaces shown as « ~ » and « ^ », so that a golden file can be read. */
const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')

const golden = (name: string): string =>
  readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').trimEnd()

describe('the documents of a session, word for word', () => {
  it.each([
    ['minutes', minutes],
    ['ranking', rankingTable],
    ['decision-record', decisionRecord],
  ] as const)('[DC1] %s', (name, make) => {
    expect(visible(textOf(make(completeFacts, factsDigest)))).toBe(golden(name))
  })

  it.each([
    ['minutes-of-meeting', minutes],
    ['ranking-of-meeting', rankingTable],
    ['decision-record-of-meeting', decisionRecord],
  ] as const)('[DC1] %s', (name, make) => {
    expect(visible(textOf(make(meetingFacts, factsDigest)))).toBe(golden(name))
  })

  it('[DC1] the minutes of a council', () => {
    expect(visible(textOf(minutes(councilFacts, factsDigest)))).toBe(golden('minutes-of-council'))
  })
})

/** The same facts with one thing taken away. */
const without = (change: Partial<Record<keyof SessionFacts, unknown>>): SessionFacts =>
  ({ ...completeFacts, ...change }) as SessionFacts

const withItem = (index: number, change: (item: ItemFacts) => unknown): SessionFacts =>
  without({ items: completeFacts.items.map((item, at) => (at === index ? change(item) : item)) })

const withOutcome = (index: number, change: object): SessionFacts =>
  withItem(index, (item) => ({ ...item, outcome: { ...item.outcome, ...change } }))

const [firstMember, ...otherMembers] = completeFacts.members

const mutations: readonly (readonly [string, SessionFacts, string])[] = [
  ['PV-01', without({ date: '' }), 'la date de la séance'],
  ['PV-01', without({ openedAt: '' }), 'l’heure d’ouverture de la séance'],
  ['PV-01', without({ closedAt: '' }), 'l’heure de levée de la séance'],
  [
    'PV-02',
    without({ chair: { name: '', capacity: 'vice-présidente' } }),
    'le nom de la personne qui préside',
  ],
  ['PV-03', without({ members: [] }), 'les noms des membres présents ou représentés'],
  [
    'PV-04',
    without({ secretary: { name: ' ', capacity: '' } }),
    'le nom de la personne secrétaire de séance',
  ],
  ['PV-05', without({ openingQuorum: undefined }), 'le quorum'],
  ['PV-06', without({ agenda: [] }), 'l’ordre du jour'],
  [
    'PV-07',
    withItem(1, (item) => ({ ...item, outcome: null })),
    'le sens de la délibération sur le dossier n° 1',
  ],
  ['PV-07', without({ ranking: [] }), 'le tableau de classement annexé'],
  [
    'PV-08',
    withOutcome(1, { vote: { ...completeFacts.items[1]?.outcome?.vote, method: '' } }),
    'le mode de scrutin pour le dossier n° 1',
  ],
  ['PV-09', withOutcome(1, { vote: null }), 'le résultat du vote sur le dossier n° 1'],
  [
    'PV-09',
    withOutcome(2, { vote: { ...completeFacts.items[2]?.outcome?.vote, named: null } }),
    'les noms et le sens des votes du scrutin public sur le dossier n° 2',
  ],
  [
    'PV-10',
    without({ discussion: '', items: completeFacts.items.map((item) => ({ ...item, debate: ' ' })) }),
    'la teneur des discussions',
  ],
  [
    'R133-13 capacity',
    without({ members: [{ ...firstMember, capacity: '' }, ...otherMembers] }),
    'la qualité d’Anne Le Goff',
  ],
  ['R133-13 questions', without({ items: [] }), 'les questions traitées'],
  ['R133-13 sense', withOutcome(3, { opinion: '' }), 'le sens de la délibération sur le dossier n° 3'],
  ['R133-13 proxies', without({ proxies: [] }), 'le mandataire de Denis Tanguy'],
  [
    'R133-13 proxies',
    without({ proxies: [{ giver: 'Denis Tanguy', holder: '', date: '2026-11-30' }] }),
    'le mandataire de Denis Tanguy',
  ],
  [
    'R133-13 disagreement',
    withOutcome(2, {
      vote: { ...completeFacts.items[2]?.outcome?.vote, disagreements: [{ member: 'Élie Quéré', text: '' }] },
    }),
    'le désaccord d’Élie Quéré sur le dossier n° 2',
  ],
  ['number', without({ number: '' }), 'le numéro du procès-verbal'],
  ['place', without({ place: '' }), 'le lieu de la séance'],
  ['convocation', without({ convocation: null }), 'la date de la convocation'],
]

/** The whole meeting with one thing taken away. */
const meetingWithout = (change: Partial<Record<keyof SessionFacts, unknown>>): SessionFacts =>
  ({ ...meetingFacts, ...change }) as SessionFacts

const meetingItem = (index: number, change: (item: ItemFacts) => unknown): SessionFacts =>
  meetingWithout({ items: meetingFacts.items.map((item, at) => (at === index ? change(item) : item)) })

const meetingOutcome = (index: number, change: object): SessionFacts =>
  meetingItem(index, (item) => ({ ...item, outcome: { ...item.outcome, ...change } }))

const meetingVote = (index: number, change: object): SessionFacts =>
  meetingOutcome(index, { vote: { ...meetingFacts.items[index]?.outcome?.vote, ...change } })

const meetingMutations: readonly (readonly [string, SessionFacts, string])[] = [
  [
    'resumption',
    meetingWithout({ pauses: [{ from: '19:00', to: null }] }),
    'l’heure de reprise de la séance suspendue à 19\u00A0h',
  ],
  [
    'substitute',
    meetingWithout({
      members: meetingFacts.members.map((member) =>
        member.replaces === null ? member : { ...member, replaces: '' },
      ),
    }),
    'le membre que supplée Gaël Prigent',
  ],
  ['PV-08', meetingVote(2, { requestedBy: [''] }), 'qui a demandé ce scrutin pour le dossier n° 2'],
  [
    'PV-09 secret ballot',
    meetingVote(3, { blank: undefined }),
    'le nombre de bulletins blancs et nuls pour le dossier n° 3',
  ],
  [
    'departure',
    meetingOutcome(2, { departure: ' ' }),
    'le motif de l’écart au classement pour le dossier n° 2',
  ],
  [
    'funding',
    meetingOutcome(1, { funding: meetingFacts.items[1]?.outcome?.funding.slice(1) }),
    'la répartition entre enveloppes pour le dossier n° 1',
  ],
  [
    'waiting list',
    meetingOutcome(6, { waitingRank: null }),
    'le rang sur la liste complémentaire pour le dossier n° 5',
  ],
  [
    'hearing',
    meetingItem(4, (item) => ({ ...item, hearing: { ...item.hearing, guest: '' } })),
    'la personne entendue au point n° 5',
  ],
  [
    'milestone',
    meetingItem(5, (item) => ({ ...item, outcome: null })),
    'le sens de la délibération sur le dossier n° 8',
  ],
  [
    'scenario',
    meetingWithout({ scenario: { ...meetingFacts.scenario, name: '' } }),
    'le nom du scénario retenu',
  ],
  [
    'envelope',
    meetingWithout({ envelopes: meetingFacts.envelopes.slice(0, 1).map((each) => ({ ...each, label: '' })) }),
    'le nom de l’enveloppe n° 1',
  ],
  [
    'open check',
    meetingWithout({ openChecks: [{ sentence: 'Pouvoirs non signés', explanation: '' }] }),
    'l’explication du contrôle « Pouvoirs non signés »',
  ],
]

describe('minutes that lack something', () => {
  it.each(meetingMutations)('[MN1] %s: refused, naming it', (_, facts, expected) => {
    expect(minutes(facts, factsDigest)).toMatchObject({
      ok: false,
      refusal: { code: 'document.missing-items', details: { items: [expected] } },
    })
  })

  it.each(mutations)('[MN1] %s: refused, naming it', (_, facts, expected) => {
    const made = minutes(facts, factsDigest)
    expect(made.ok).toBe(false)
    if (made.ok) return
    expect(made.refusal.code).toBe('document.missing-items')
    expect(made.refusal.details.items).toContain(expected)
  })

  it('[MN1] a State committee must name the authority that receives its opinions', () => {
    const facts = without({
      instance: { ...completeFacts.instance, type: 'commission_consultative_etat', decidingAuthority: '' },
    })
    expect(minutes(facts, factsDigest)).toEqual({
      ok: false,
      refusal: {
        code: 'document.missing-items',
        details: { items: ['l’autorité à laquelle l’avis est transmis'] },
      },
    })
  })
})

describe('words that law forbids or asks for', () => {
  it.each([minutes, rankingTable, decisionRecord])('[MN2] an advisory instance never decides', (make) => {
    for (const facts of [completeFacts, meetingFacts])
      expect(textOf(make(facts, factsDigest))).not.toMatch(/décid|décision|attribu|adopt/iu)
  })

  it('[MN2] a council decides', () => {
    expect(textOf(minutes(councilFacts, factsDigest))).toContain('Décision d’attribution')
    expect(textOf(decisionRecord(councilFacts, factsDigest))).toContain('Relevé de décisions')
  })

  it('[MN3] a secret ballot prints no name, even when the facts hold some', () => {
    const vote = completeFacts.items[3]?.outcome?.vote
    const facts = withOutcome(3, {
      vote: { ...vote, named: [{ member: 'Témoin Indiscret', ballot: 'against' }] },
    })
    expect(textOf(minutes(facts, factsDigest))).not.toContain('Témoin Indiscret')
  })

  it('[MN9] the article on secret ballots is cited for a council only', () => {
    const council = { ...meetingFacts, instance: councilFacts.instance }
    expect(textOf(minutes(council, factsDigest))).toContain(
      'Le scrutin secret a été demandé par Anne Le Goff et Bruno Riou (L2121-21).',
    )
    expect(textOf(minutes(meetingFacts, factsDigest))).not.toContain('L2121-21')
  })

  it.each([
    [1, 0, 'Un bulletin blanc a été trouvé dans l’urne.'],
    [0, 1, 'Un bulletin nul a été trouvé dans l’urne.'],
    [2, 1, 'Deux bulletins blancs et un nul ont été trouvés dans l’urne.'],
    [1, 3, 'Un bulletin blanc et trois nuls ont été trouvés dans l’urne.'],
    [0, 2, 'Deux bulletins nuls ont été trouvés dans l’urne.'],
  ])('[MN9] %i blank and %i spoiled papers', (blank, spoiled, expected) => {
    expect(textOf(minutes(meetingVote(3, { blank, spoiled }), factsDigest))).toContain(expected)
  })

  it('[MN8] a delay of the convocation that was not kept is said', () => {
    const late = meetingWithout({
      convocation: {
        ...meetingFacts.convocation,
        notice: { requiredDays: 5, givenDays: 2, respected: false },
      },
    })
    expect(textOf(minutes(late, factsDigest))).toContain('n’est pas respecté.')
  })

  it('[MN10] a council decides to go on or to stop; an advisory instance gives its opinion on it', () => {
    const council = { ...meetingFacts, instance: councilFacts.instance }
    const stopped = meetingOutcome(5, { opinion: 'unfavourable', conditions: '' })
    expect(textOf(minutes(council, factsDigest))).toContain('Décision de poursuite sous conditions')
    expect(textOf(minutes(stopped, factsDigest))).toContain('Avis d’arrêt.')
  })

  it('[MN4] unanimity is said only when nobody voted against', () => {
    const text = textOf(minutes(completeFacts, factsDigest))
    const section = (from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to))
    expect(section('2. Dossier', '3. Dossier')).toContain('À l’unanimité.')
    expect(section('3. Dossier', '4. Dossier')).not.toContain('unanimité')
    expect(section('4. Dossier', 'Teneur des')).toContain('À l’unanimité des suffrages exprimés.')
  })

  it('[MN6] cites the article in force at the date of the act', () => {
    const label = (date: string) => legalReferenceAt('grant-by-resolution', date)?.label
    expect(label('2025-12-31')).toContain('L2311-7')
    expect(label('2026-02-01')).toContain('L1612-25')
    expect(legalReferenceAt('minutes-of-council', '2021-01-01')).toBeNull()
  })

  it('[DR1] the decision record holds no word of the debate', () => {
    const text = textOf(decisionRecord(completeFacts, factsDigest))
    expect(text).not.toContain('souligne')
    expect(text).not.toContain('équité')
  })
})

describe('the ranking as a table for spreadsheets', () => {
  it('[CS1] BOM, semicolons, CRLF, decimal comma', () => {
    const lines = renderCsv(rankingRows(completeFacts)).split('\r\n')
    expect(lines[0]?.startsWith('\uFEFFRang;N°;Demandeur;')).toBe(true)
    expect(lines[1]).toBe(
      '1;1;Commune de Berric;215600156;56 Morbihan;Mise en place d’un portail familles;82,50;9050,00;HT;7240,00;Dans l’enveloppe;7240,00;Favorable;7240,00;',
    )
    expect(lines).toHaveLength(6)
  })

  it('[CS1] neutralises formulas and keeps quotes, semicolons and lines inside their cell', () => {
    expect(renderCsv([['=1+1', '+33', '-2', '@a', '\tb', ' =c', 'ok', 12.5, -3, null]])).toBe(
      "\uFEFF'=1+1;'+33;'-2;'@a;'\tb;' =c;ok;12,5;-3;\r\n",
    )
    expect(renderCsv([['a;b', 'dit « oui »\nnon', '"']])).toBe('\uFEFF"a;b";"dit « oui »\nnon";""""\r\n')
  })
})
