import { describe, expect, test } from 'vitest'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { mayRead } from '#shared/operations/rights/mayRead.ts'
import {
  mark,
  openWorld,
  type Person,
  people,
  recusalDeclared,
  sheetScope,
  type World,
  worldOver,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'
import { loaded } from './support/replica.ts'

// The read side of the matrix: person × scope × state × path, against sentences written from the text of SPEC.md alone.

const persons = Object.keys(people) as Person[]
const states = ['sealed', 'revealed', 'anne recused', 'chair recused', 'recusal lifted'] as const
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
  if (isOfFirst && state === `${person} recused`) return false
  if (sentences.some(([who, what]) => who.includes(person) && what.test(scope))) return true
  const isSheetOfFirst = scope.startsWith('dossier/dos-1/sheet/can-1/')
  return state === 'revealed' && isSheetOfFirst && (person === 'anne' || person === 'bruno')
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

function leadTo(world: World, state: State): void {
  const done = (verdict: string): void => expect(verdict).toBe('ok')
  if (state === 'revealed')
    done(
      world.verdict(
        'chair',
        'session/ses-1/dossier/dos-1',
        session('session.reveal@1', { itemId: 'item-1', at: '10:00' }),
      ),
    )
  const person = state === 'chair recused' ? 'chair' : 'anne'
  if (state === 'sealed' || state === 'revealed') return
  const declared = { ...recusalDeclared(1, `m-${person}`), ob: `m-${person}` }
  done(world.verdict('secretary', `recusal/m-${person}`, declared))
  if (state !== 'recusal lifted') return
  const lifted = { k: 'recusal.lift@1', e: 'recusal/can-1/m-anne', d: { reason: 'erreur' } }
  done(world.verdict('chair', 'recusal/m-anne', lifted))
}

/** The centre, or a hub that was seeded by it. */
function worldsOf(path: 'centre' | 'hub', state: State): World {
  const centre = openWorld()
  if (path === 'centre') {
    leadTo(centre, state)
    return centre
  }
  const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
  expect(centre.verdict('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })).toBe('ok')
  const granted = centre.store.row('lease', 'l-1') as Lease
  const room = worldOver(memoryRows(leaseSeed(centre.store, granted)), centre.devices)
  leadTo(room, state)
  return room
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

describe('who reads what', () => {
  for (const path of ['centre', 'hub'] as const)
    for (const state of states)
      test(`[SY1][SY3][SY4] ${path}, ${state}: every person × every scope, and the bodies that are handed`, () => {
        const world = worldsOf(path, state)
        const told: Record<string, boolean> = {}
        const expected: Record<string, boolean> = {}
        const mandatesOf = (person: Person) => world.store.row('mandates', `u-${person}`)?.list ?? []
        for (const scope of scopes)
          for (const person of persons) {
            told[`${person} ${scope}`] = mayRead(mandatesOf(person), scope, world.store)
            expected[`${person} ${scope}`] = oracle(person, scope, state)
          }
        for (const [author, scope, operation] of bodies) {
          expect([scope, world.verdict(author, scope, operation)]).toEqual([scope, 'ok'])
          const g = world.store.row('log', 'log')?.g ?? 0
          for (const person of persons) {
            const { entries } = loaded(feedFor(world.store, { user: `u-${person}` }, g - 1, 1))
            told[`${person} is handed ${scope}`] = entries[0]?.commit != null
            expected[`${person} is handed ${scope}`] = oracle(person, scope, state)
          }
        }
        expect(told).toEqual(expected)
      })
})
