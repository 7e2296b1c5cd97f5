import { describe, expect, test } from 'vitest'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { mayRead } from '#shared/operations/rights/mayRead.ts'
import {
  mark,
  openWorld,
  type Person,
  people,
  ports,
  recusalDeclared,
  sheetScope,
  verdictOf,
  type World,
  worldOver,
  written,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'
import { held, loaded } from './support/replica.ts'
import { outcomeNow, readyToClose, samplesOn } from './support/samples.ts'

// The read side of the matrix: person × scope × state × path, against sentences written from the text of SPEC.md alone.

const persons = Object.keys(people) as Person[]
const states = [
  'sealed',
  'revealed',
  'anne recused',
  'chair recused',
  'recusal lifted',
  'closed',
  'bruno left',
  'anne an agent, recused as a member',
] as const
const paths = ['centre', 'hub', 'returned'] as const
type State = (typeof states)[number]

/** [SY3] Who reads what, before anything else is looked at. */
const sentences: readonly (readonly [who: readonly Person[], what: RegExp])[] = [
  [['secretary', 'chair'], /^(?!control$)/],
  [['admin'], /^control$/],
  [['instructor'], /^(shared|office|office\/.*|dossier\/[^/]+)$/],
  [['anne', 'bruno'], /^(shared|session\/[^/]+|session\/[^/]+\/dossier\/[^/]+|dossier\/[^/]+)$/],
  [['anne'], /^(recusal\/m-anne|dossier\/.*\/m-anne)$/],
  [['bruno'], /^(recusal\/m-bruno|dossier\/.*\/m-bruno)$/],
  [['guest'], /^dossier\/dos-1(\/sheet\/can-1\/m-guest)?$/],
]

function oracle(person: Person, scope: string, state: State): boolean {
  const isOfFirst = /\bdossier\/dos-1\b/.test(scope)
  const isAgent = person === 'anne' && state === 'anne an agent, recused as a member'
  if (isOfFirst && (state === `${person} recused` || isAgent)) return false
  if (person === 'bruno' && state === 'bruno left') return false
  const reader = isAgent ? 'instructor' : person
  if (sentences.some(([who, what]) => who.includes(reader) && what.test(scope))) return true
  const isSheetOfFirst = scope.startsWith('dossier/dos-1/sheet/can-1/')
  const isRevealed = (state === 'revealed' || state === 'closed') && isSheetOfFirst
  return isRevealed && (reader === 'anne' || reader === 'bruno')
}

/** [SY1] Where a state lies, in the words of the text. */
function scopeOfEntity(entity: string): string {
  const [kind = '', id = '', member = ''] = entity.split('/')
  const dossier = `dossier/${id.replace('can-', 'dos-')}`
  switch (kind) {
    case 'dossier':
    case 'candidature':
      return dossier
    case 'sheet':
      return `${dossier}/sheet/${id}/${member}`
    case 'instruction':
      return `office/${dossier}`
    case 'recusal':
      return `recusal/${member}`
    case 'scenario':
    case 'template':
      return 'office'
    case 'session':
      return `session/${id}`
    default:
      return 'shared'
  }
}

const scopes = [
  'shared',
  'control',
  'office',
  'recusal/m-anne',
  'recusal/m-bruno',
  'session/ses-1',
  'session/ses-1/room',
  ...[1, 2].flatMap((number) => [
    `office/dossier/dos-${number}`,
    `dossier/dos-${number}`,
    ...['m-anne', 'm-bruno', 'm-guest'].map((member) => sheetScope(number, member)),
    `session/ses-1/dossier/dos-${number}`,
    `session/ses-1/dossier/dos-${number}/room`,
  ]),
]

const session = (k: string, d: TestOperation['d']): TestOperation => ({ k, e: 'session/ses-1', d })

type Act = (person: Person, scope: string, ...operations: readonly TestOperation[]) => void

/** What there is to read: marks of everybody, a report, a scenario, a model of document. */
function planted(): World {
  const world = openWorld()
  const act = actIn(world)
  for (const [person, number] of [
    ['anne', 1],
    ['anne', 2],
    ['bruno', 1],
    ['bruno', 2],
    ['guest', 1],
  ] as const)
    act(person, sheetScope(number, `m-${person}`), mark(number, `m-${person}`, 700))
  for (const number of [1, 2])
    act('instructor', `office/dossier/dos-${number}`, {
      k: 'instruction.change@1',
      e: `instruction/can-${number}`,
      d: { set: { analysis: 'x' } },
    })
  const scenario = { callId: 'call-1', name: 'S', origin: 'blank', lines: {} }
  const version = { version: 1, sha256: 'a', fileName: 'a.docx', addedOn: '2026-01-01' }
  act(
    'secretary',
    'office',
    { k: 'scenario.open@1', e: 'scenario/sc-1', d: scenario },
    { k: 'template.add@1', e: 'template/t-1', d: { document: 'minutes', name: 'T', version } },
  )
  return world
}

const actIn =
  (world: World, said: SignedCommit[] = []): Act =>
  (person, scope, ...operations) => {
    const commit = world.devices[person].sign(scope, operations)
    said.push(commit)
    expect([scope, operations[0]?.k, verdictOf(world.receive(commit))]).toEqual([
      scope,
      operations[0]?.k,
      'ok',
    ])
  }

function leadTo(world: World, act: Act, state: State): void {
  switch (state) {
    case 'sealed':
    case 'bruno left':
      return
    case 'revealed':
      act(
        'chair',
        'session/ses-1/dossier/dos-1',
        session('session.reveal@1', { itemId: 'item-1', at: '10:00' }),
      )
      return
    case 'closed': {
      const outcome = outcomeNow(world, 1)
      act(
        'secretary',
        'session/ses-1/dossier/dos-1',
        session('session.decide@1', { itemId: 'item-1', outcome }),
      )
      for (const { scope, operation } of readyToClose(world)) act('secretary', scope, operation)
      const { scope, operation } = samplesOn(world)['session.close@1']
      act('chair', scope, operation)
      return
    }
    default: {
      const person = state === 'chair recused' ? 'chair' : 'anne'
      const declared = { ...recusalDeclared(1, `m-${person}`), ob: `m-${person}` }
      act('secretary', `recusal/m-${person}`, declared)
      if (state !== 'recusal lifted') return
      const lifted = { k: 'recusal.lift@1', e: 'recusal/can-1/m-anne', d: { reason: 'erreur' } }
      act('chair', 'recusal/m-anne', lifted)
    }
  }
}

/** The centre; a hub that was seeded by it; the centre again once the hub brought its room back. */
function worldsOf(path: (typeof paths)[number], state: State): World {
  const centre = planted()
  const atCentre = actIn(centre)
  // Rights are said by the centre alone, before any room.
  if (state === 'bruno left')
    atCentre('admin', 'control', { k: 'mandate.end@1', e: 'mandate/mandate-bruno', d: {} })
  if (state === 'anne an agent, recused as a member') {
    const mandate = { user: 'u-anne', role: 'instructor', memberId: null, dossiers: [] }
    atCentre('admin', 'control', { k: 'mandate.end@1', e: 'mandate/mandate-anne', d: {} })
    atCentre('admin', 'control', { k: 'mandate.give@1', e: 'mandate/of-an-agent', d: mandate })
  }
  if (path === 'centre') {
    leadTo(centre, atCentre, state)
    return centre
  }
  const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
  atCentre('admin', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
  const granted = centre.store.row('lease', 'l-1') as Lease
  const room = worldOver(memoryRows(leaseSeed(centre.store, granted)), centre.devices)
  const said: SignedCommit[] = []
  leadTo(room, actIn(room, said), state)
  if (path === 'hub') return room
  const entries = [...room.store.scan('entry')].map(([, { entry }]) => entry)
  written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits: said }, 9, ports))
  return centre
}

/** One body of each of these scopes, written last: who is handed it. */
const bodies: readonly (readonly [Person, string, TestOperation])[] = [
  ['bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 900)],
  ['bruno', sheetScope(2, 'm-bruno'), mark(2, 'm-bruno', 900)],
  ['secretary', 'session/ses-1', session('session.change@1', { set: { place: 'Auray' } })],
  ['secretary', 'session/ses-1/room', session('session.explain@1', { check: 'debate-empty', text: 'x' })],
  ...[1, 2].flatMap((number): readonly (readonly [Person, string, TestOperation])[] => [
    [
      'secretary',
      `session/ses-1/dossier/dos-${number}`,
      session('session.write-debate@1', { itemId: `item-${number}`, text: 'x' }),
    ],
    [
      'secretary',
      `session/ses-1/dossier/dos-${number}/room`,
      session('session.keep-draft@1', { itemId: `item-${number}`, draft: 'x' }),
    ],
  ]),
]

/** After a closing nothing of the session can be said any more, but beside it. */
const bodiesIn = (state: State) =>
  bodies.filter(([author]) => {
    if (state === 'closed') return false
    return !(author === 'bruno' && state === 'bruno left')
  })

const cells = { told: 0, read: 0 }

describe('who reads what', () => {
  for (const path of paths)
    for (const state of states)
      test(`[SY1][SY3][SY4] ${path}, ${state}: every person × every scope and state, and the bodies that are handed`, () => {
        const world = worldsOf(path, state)
        const told: Record<string, boolean> = {}
        const expected: Record<string, boolean> = {}
        const mandatesOf = (person: Person) => world.store.row('mandates', `u-${person}`)?.list ?? []
        for (const scope of scopes)
          for (const person of persons) {
            told[`${person} ${scope}`] = mayRead(mandatesOf(person), scope, world.store)
            expected[`${person} ${scope}`] = oracle(person, scope, state)
          }
        const handed = bodiesIn(state)
        for (const [author, scope, operation] of handed) {
          actIn(world)(author, scope, operation)
          const g = world.store.row('log', 'log')?.g ?? 0
          for (const person of persons) {
            const { entries } = loaded(feedFor(world.store, { user: `u-${person}` }, g - 1, 1))
            told[`${person} is handed ${scope}`] = entries[0]?.commit != null
            expected[`${person} is handed ${scope}`] = oracle(person, scope, state)
          }
        }
        // The states themselves, whole as a first copy and asked for by name.
        const entities = held(world.store)
        expect(entities.length).toBeGreaterThan(15)
        for (const person of persons) {
          const reader = { user: `u-${person}` }
          const copied = statesIn(snapshotFor(world.store, reader).rows)
          const asked = statesIn(loaded(rowsFor(world.store, reader, entities)))
          for (const entity of entities)
            for (const [way, given] of [
              ['copies', copied],
              ['is given', asked],
            ] as const) {
              told[`${person} ${way} ${entity}`] = given.has(entity)
              expected[`${person} ${way} ${entity}`] = oracle(person, scopeOfEntity(entity), state)
            }
        }
        const others = Object.keys(expected).filter((cell) => told[cell] !== expected[cell])
        expect(others.map((cell) => `${cell}: ${told[cell]}`)).toEqual([])
        expect(Object.keys(told).length).toBe(
          persons.length * (scopes.length + handed.length + 2 * entities.length),
        )
        cells.told += Object.keys(told).length
        cells.read += Object.values(told).filter((may) => may).length
      })

  test('[SY3] the matrix is not empty: so many cells were told, and a good part of either kind', () => {
    expect(cells.told).toBeGreaterThan(paths.length * states.length * persons.length * 60)
    expect(cells.read / cells.told).toBeGreaterThan(0.2)
    expect(cells.read / cells.told).toBeLessThan(0.8)
  })
})

const statesIn = (rows: Iterable<FedRow>): ReadonlySet<string> =>
  new Set([...rows].flatMap(({ entity, aggregate }) => (aggregate.state === null ? [] : [entity])))
