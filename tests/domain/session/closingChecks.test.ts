import { expect, test } from 'vitest'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { Ranking } from '#shared/domain/ranking/ranking.ts'
import { checkClosing } from '#shared/domain/session/checkClosing.ts'
import type { ClosingCheck } from '#shared/domain/session/closingCheck.ts'
import { closingChecks, explainedChecks } from '#shared/domain/session/closingChecks.ts'
import { closingCodes } from '#shared/domain/session/closingCodes.ts'
import type { ClosingInput } from '#shared/domain/session/closingInput.ts'
import { closingRecap } from '#shared/domain/session/closingRecap.ts'
import { explainCheck } from '#shared/domain/session/explainCheck.ts'
import { missingInWords } from '#shared/domain/session/missingInWords.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { sheetCounts } from '#shared/domain/session/sheetCounts.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { cents } from '#shared/kernel/cents.ts'
import {
  callOf,
  candidatureOf,
  criterion,
  gridOf,
  membersOf,
  recusalOf,
  rulesOf,
  sheetOf,
} from '../builders.ts'
import { outcomeOf } from './outcomeBuilders.ts'
import { entry, must, opened, planned } from './sessionBuilders.ts'

const candidatures = [1, 2, 3].map((number) => candidatureOf(number))
const members = membersOf(5)
const grid = gridOf(criterion('A', 100))
const sheets = candidatures.flatMap(({ id }, index) =>
  members.map((member) => sheetOf(id, member.id, { A: (4 - index) * 100 })),
)
const agenda = [
  ...candidatures.map(({ id, number }) => entry(`i${number}`, id, { title: `Dossier ${number}` })),
  entry('i4', null, { title: 'Règlement' }),
]

/** Three candidatures given all they ask and a free point, each with its debate: everything is green. */
function tidy(): Session {
  const session = opened(4, 'organe_deliberant', planned({ agenda }))
  const decided = session.agenda.map(
    (item): AgendaItem => ({
      ...item,
      debate: 'Le projet est présenté.',
      outcome: item.kind === 'free' ? outcomeOf({ amountCents: null, vote: null }) : outcomeOf(),
    }),
  )
  return { ...session, agenda: decided }
}

const respected = {
  rule: 'none',
  requiredDays: null,
  givenDays: 10,
  respected: true,
  latestSending: null,
  sentence: 'Aucun délai n’est exigé.',
} as const

const inputOf = (session: Session, set: Partial<ClosingInput> = {}): ClosingInput => ({
  session,
  members,
  recusals: [],
  rules: rulesOf(),
  candidatures: new Map(candidatures.map((one) => [one.id, one])),
  ranking: rankingOf(),
  sheets: sheetCounts({
    agenda: session.agenda,
    members,
    recusals: [],
    sheets,
    gridId: grid.id,
    aggregation: 'mean',
  }),
  balance: envelopeBalance(rulesOf({ envelopeCents: cents(5_000_00) }), []),
  notice: respected,
  departingIds: new Set(),
  missing: [],
  ...set,
})

const rankingOf = (set: Parameters<typeof callOf>[0] = {}): Ranking =>
  rank({ grid, call: callOf(set), candidatures, populations: {}, sheets, recusals: [], members })

const notGreen = (input: ClosingInput): readonly Pick<ClosingCheck, 'code' | 'sentence' | 'itemIds'>[] =>
  closingChecks(input)
    .filter(({ state }) => state === 'open')
    .map(({ code, sentence, itemIds }) => ({ code, sentence, itemIds }))

test('[SE32] a tidy session: every check is told, in order, and green', () => {
  const checks = closingChecks(inputOf(tidy()))
  expect(checks.map(({ code, level, state }) => [code, level, state])).toEqual(
    Object.entries(closingCodes).map(([code, level]) => [code, level, 'green']),
  )
  expect(checks.every(({ sentence }) => sentence.endsWith('.'))).toBe(true)
  expect(checkClosing(checks)).toEqual({ ok: true, value: null })
})

test('[SE32] what was decided: undecided, silent, partial, without conditions, departing', () => {
  const untidy = [
    ['i1', { outcome: null }],
    ['i2', { outcome: outcomeOf({ opinion: 'reserved' }), debate: ' ' }],
    ['i3', { outcome: outcomeOf({ amountCents: cents(400_00) }) }],
  ] as const
  const session = untidy.reduce((current, [id, set]) => withItem(current, id, set), tidy())
  expect(notGreen(inputOf(session, { departingIds: new Set(['c2']) }))).toEqual([
    { code: 'outcomes', sentence: 'Sans avis ni ajournement : n° 1.', itemIds: ['i1'] },
    {
      code: 'rationale-missing',
      sentence: 'Aide partielle ou écart au classement sans motif : n° 2 et n° 3.',
      itemIds: ['i2', 'i3'],
    },
    {
      code: 'conditions-missing',
      sentence: 'Avis avec réserves, sans réserve écrite : n° 2.',
      itemIds: ['i2'],
    },
    { code: 'debate-empty', sentence: 'Aide sans teneur des débats : n° 2.', itemIds: ['i2'] },
  ])
  const reasoned = withItem(
    withItem(session, 'i2', { outcome: outcomeOf({ departure: 'Priorité du territoire' }) }),
    'i3',
    { outcome: outcomeOf({ amountCents: cents(400_00), rationale: { legal: '', factual: 'Budget' } }) },
  )
  expect(notGreen(inputOf(reasoned, { departingIds: new Set(['c2']) })).map(({ code }) => code)).toEqual([
    'outcomes',
    'debate-empty',
  ])
  const unmotivated = outcomeOf({
    opinion: 'unfavourable',
    amountCents: null,
    rationale: { legal: 'Règlement, article 4', factual: '' },
  })
  expect(notGreen(inputOf(withItem(tidy(), 'i1', { outcome: unmotivated }))).map(({ code }) => code)).toEqual(
    ['considerations-missing'],
  )
})

test('[SE32] a waiting list owes no reason and no debate', () => {
  const waiting = outcomeOf({ amountCents: null, waitingList: true })
  expect(notGreen(inputOf(withItem(tidy(), 'i3', { outcome: waiting, debate: '' })))).toEqual([])
})

test('[SE32] equals of which one is served and the other not', () => {
  const equal = sheets.map((sheet) =>
    sheet.candidatureId === 'c3' ? sheetOf('c3', sheet.evaluatorId, { A: 300 }) : sheet,
  )
  const ranking = rank({
    grid,
    call: callOf(),
    candidatures,
    populations: {},
    sheets: equal,
    recusals: [],
    members,
  })
  const later = outcomeOf({
    opinion: 'deferred',
    amountCents: null,
    rationale: { legal: '', factual: 'Enveloppe épuisée' },
  })
  const session = withItem(tidy(), 'i3', { outcome: later })
  expect(notGreen(inputOf(session, { ranking }))).toEqual([
    {
      code: 'ties-undecided',
      sentence: 'À égalité dans le classement, mais traitées différemment : n° 2 et n° 3.',
      itemIds: ['i2', 'i3'],
    },
  ])
  const told = withItem(session, 'i2', { outcome: outcomeOf({ departure: 'Tirage au sort' }) })
  expect(notGreen(inputOf(told, { ranking }))).toEqual([])
})

test('[SE32] suspended, incomplete, over the whole, an envelope and a ceiling', () => {
  const session: Session = { ...tidy(), pauses: [{ from: '18:40:10', to: null }] }
  const rules = rulesOf({
    envelopeCents: cents(2_000_00),
    envelopes: [
      {
        id: 'e1',
        label: 'Région',
        funder: '',
        fiscalYear: 2026,
        amountCents: cents(2_000_00),
        reservedFor: null,
      },
    ],
    quotas: [
      {
        id: 'q1',
        label: 'Culture',
        appliesTo: { kind: 'theme', values: ['culture'] },
        ceilingCents: cents(500_00),
      },
    ],
  })
  const given = {
    facts: { theme: 'Culture', departmentCode: null },
    amountCents: cents(3_000_00),
    funding: [{ envelopeId: 'e1', amountCents: cents(3_000_00) }],
  }
  expect(
    notGreen(
      inputOf(session, {
        missing: ['capacity:Ada Exemple', 'place'].map(missingInWords),
        balance: envelopeBalance(rules, [given]),
      }),
    ).map(({ code, sentence }) => [code, sentence.replaceAll(/[\u00a0\u202f]/g, ' ')]),
  ).toEqual([
    ['paused', 'La séance est suspendue depuis 18 h 40 : reprenez-la.'],
    ['facts', 'Le procès-verbal n’est pas complet : la qualité de Ada Exemple manque ; le lieu manque.'],
    [
      'envelope',
      'Les aides dépassent l’enveloppe de 1 000,00 € (3 000,00 € sur 2 000,00 €), l’enveloppe « Région » de 1 000,00 € (3 000,00 € sur 2 000,00 €) et le plafond « Culture » de 2 500,00 € (3 000,00 € sur 500,00 €).',
    ],
  ])
})

test('[SE32] convocation too late, unsigned proxies, recusals to assess and recusals after the vote', () => {
  const session: Session = {
    ...withItem(tidy(), 'i2', {
      outcome: outcomeOf({
        presentIds: ['m01', 'm02', 'm03'],
        recused: [{ memberId: 'm02', leftAt: '18:20', returnedAt: '18:30', counting: 'numerator' }],
        proxies: [{ giverId: 'm04', holderId: 'm01', date: '2026-03-10', signed: false }],
      }),
    }),
    proxies: [
      { giverId: 'm05', holderId: 'm03', date: '2026-03-10', signed: false },
      { giverId: 'm04', holderId: 'm01', date: '2026-03-10', signed: true },
    ],
  }
  const recusals = [
    recusalOf('c2', 'm02', { status: 'confirmed' }),
    recusalOf('c2', 'm04', { status: 'to-assess' }),
    recusalOf('c1', 'm03', { status: 'confirmed' }),
    recusalOf('c3', 'm03', { status: 'set-aside' }),
    recusalOf('c9', 'm03', { status: 'to-assess' }),
  ]
  const notice = { ...respected, respected: false, sentence: 'Il manque deux jours francs.' }
  expect(notGreen(inputOf(session, { recusals, notice }))).toEqual([
    { code: 'notice-short', sentence: 'Il manque deux jours francs.', itemIds: [] },
    {
      code: 'proxies-unsigned',
      sentence: 'Pouvoirs dont l’écrit signé n’a pas été vu : Camille M05 à Camille M03.',
      itemIds: [],
    },
    {
      code: 'recusals-to-assess',
      sentence: 'Déports que la présidence n’a pas appréciés : Camille M04 (n° 2).',
      itemIds: ['i2'],
    },
    {
      code: 'recusal-after-decision',
      sentence: 'Déportés après coup, ils ont pris part au point : Camille M03 (n° 1) et Camille M04 (n° 2).',
      itemIds: ['i1', 'i2'],
    },
  ])
})

test('[SE33] sheets: those awaited of members not recused, drafts, countersigning once it began', () => {
  const session = { ...tidy(), sealedMarks: true }
  const keyed = [
    sheetOf('c1', 'm01', { A: 400 }, { countersignedOn: '2026-03-12' }),
    sheetOf('c1', 'm02', { A: 400 }, { status: 'draft' }),
    sheetOf('c2', 'm01', { A: 400 }, { gridId: 'grid-0' }),
    sheetOf('c2', 'm03', { A: 400 }),
  ]
  const recusals = [recusalOf('c1', 'm05'), recusalOf('c2', 'm05'), recusalOf('c3', 'm01')]
  const counts = sheetCounts({
    agenda: session.agenda,
    members: membersOf(3).concat(membersOf(5).slice(4)),
    recusals,
    sheets: keyed,
    gridId: grid.id,
    aggregation: 'mean',
  })
  expect(
    [...counts].map(([id, { expected, filed, drafts, missingIds }]) => [
      id,
      expected,
      filed.length,
      drafts.length,
      missingIds,
    ]),
  ).toEqual([
    ['c1', 3, 1, 1, ['m02', 'm03']],
    ['c2', 3, 1, 0, ['m01', 'm02']],
    ['c3', 3, 0, 0, ['m02', 'm03', 'm05']],
  ])
  expect(
    notGreen(inputOf(session, { sheets: counts })).map(({ code, sentence, itemIds }) => [
      code,
      sentence.replaceAll(/[\u00a0\u202f]/g, ' '),
      itemIds,
    ]),
  ).toEqual([
    ['marks-sealed', 'Notes saisies et jamais révélées : n° 1 et n° 2.', ['i1', 'i2']],
    [
      'marks-missing',
      '7 fiches attendues ne sont pas déposées, sur n° 1, n° 2 et n° 3, de Camille M01 (1), Camille M02 (3), Camille M03 (2) et Camille M05 (1), dont 1 brouillon.',
      ['i1', 'i2', 'i3'],
    ],
    ['sheets-not-countersigned', 'Fiches déposées sans contreseing : n° 2.', ['i2']],
  ])
  const collegial = sheetCounts({
    agenda: session.agenda,
    members,
    recusals,
    sheets: [sheetOf('c1', 'collegial', { A: 400 }), ...keyed],
    gridId: grid.id,
    aggregation: 'collegial',
  })
  expect([...collegial.values()].map(({ expected, filed }) => [expected, filed.length])).toEqual([
    [1, 1],
    [1, 0],
    [1, 0],
  ])
})

test('[SE34] an open check is explained, and only one that may be; the closing asks for all', () => {
  const session = withItem(tidy(), 'i2', { debate: '' })
  const checks = closingChecks(inputOf(session))
  expect(checkClosing(checks)).toEqual({
    ok: false,
    refusal: {
      code: 'session.unexplained',
      details: { checks: ['debate-empty'], sentences: ['Aide sans teneur des débats : n° 2.'] },
    },
  })
  const explained = must(explainCheck(session, { check: 'debate-empty', text: 'Adopté sans débat.' }))
  const after = closingChecks(inputOf(explained))
  expect(checkClosing(after)).toEqual({ ok: true, value: null })
  expect(explainedChecks(after)).toEqual([
    { sentence: 'Aide sans teneur des débats : n° 2.', explanation: 'Adopté sans débat.' },
  ])
  expect(must(explainCheck(explained, { check: 'debate-empty', text: '' }))).toEqual(session)
  // A green check that was explained once is told no more.
  expect(
    explainedChecks(closingChecks(inputOf({ ...tidy(), explanations: explained.explanations }))),
  ).toEqual([])
  for (const check of ['outcomes', 'facts', 'unknown', 'toString'])
    expect(explainCheck(session, { check, text: 'x' })).toMatchObject({
      refusal: { code: 'session.check-unknown' },
    })
  expect(explainCheck({ ...session, status: 'closed' }, { check: 'debate-empty', text: 'x' })).toMatchObject({
    refusal: { code: 'session.closed' },
  })
  expect(checkClosing(closingChecks(inputOf(withItem(session, 'i1', { outcome: null }))))).toEqual({
    ok: false,
    refusal: {
      code: 'session.not-closable',
      details: { missing: ['Sans avis ni ajournement : n° 1'], items: [] },
    },
  })
})

test('[SE37] the recap counts what was decided and adds the amounts', () => {
  const waiting = outcomeOf({ amountCents: null, waitingList: true })
  const session = withItem(withItem(tidy(), 'i2', { outcome: null }), 'i3', { outcome: waiting })
  expect(closingRecap(session, new Map(candidatures.map((one) => [one.id, one])), cents(4_000_00))).toEqual({
    points: 4,
    decided: 3,
    requestedCents: 3_000_00,
    awardedCents: 1_000_00,
    remainingCents: 4_000_00,
    lines: [
      {
        itemId: 'i1',
        number: 1,
        title: 'Dossier 1',
        opinion: 'favourable',
        amountCents: 1_000_00,
        departure: '',
      },
      {
        itemId: 'i3',
        number: 3,
        title: 'Dossier 3',
        opinion: 'favourable',
        amountCents: null,
        departure: '',
      },
      {
        itemId: 'i4',
        number: null,
        title: 'Règlement',
        opinion: 'favourable',
        amountCents: null,
        departure: '',
      },
    ],
    byOpinion: { favourable: 3 },
    waitingList: 1,
  })
})
