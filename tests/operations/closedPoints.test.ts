import { describe, expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import {
  agendaItem,
  mark,
  openWorld,
  type Person,
  people,
  recusalDeclared,
  sheetScope,
  type World,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'
import { feedOf, statesFed, statesOf, type TestReplica, testReplica } from './support/replica.ts'

const persons = Object.keys(people) as Person[]

/** Every row of every table that a copy keeps, the bytes of its bodies read. */
const keptBy = ({ store }: TestReplica): string =>
  (['aggregate', 'base', 'commit', 'own', 'index', 'pendingOn', 'toRegularise'] as const)
    .flatMap((table) => [...store.scan(table)])
    .map((row) =>
      JSON.stringify(row, (_key, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
      ),
    )
    .join('\n')

/** Handed in pages, from the first entry and as a whole. */
function handedTo(world: World, person: Person): string {
  const feeds = []
  for (let fromG = 0; fromG < (world.store.row('log', 'log')?.g ?? 0); fromG += 3)
    feeds.push(feedOf(world, person, fromG, 3))
  const bodies = feeds.flatMap(({ entries }) =>
    entries.flatMap(({ commit }) => (commit === null ? [] : [new TextDecoder().decode(commit.body)])),
  )
  const grants = JSON.stringify(feeds.map((feed) => feed.grants))
  return [
    ...bodies,
    grants,
    JSON.stringify([...snapshotFor(world.store, { user: `u-${person}` }).rows]),
  ].join('\n')
}

const whoFinds = (world: World, words: string): readonly Person[] =>
  persons.filter((person) => handedTo(world, person).includes(words))

const session = (k: string, d: TestOperation['d']): TestOperation => ({ k, e: 'session/ses-1', d })
const keepsDraft = (number: number) =>
  session('session.keep-draft@1', { itemId: `item-${number}`, draft: `brouillon-${number}!` })
const explains = session('session.explain@1', { check: 'debate-empty', text: 'explication!' })
const recused = (person: 'anne' | 'chair') => ({ ...recusalDeclared(1, `m-${person}`), ob: `m-${person}` })

/** The agenda as it was announced, with names that could leak. */
const announces = (world: World, person: Person = 'secretary') =>
  world.verdict(
    person,
    'session/ses-1',
    session('session.change@1', {
      set: {
        agenda: [1, 2, 3].map((number) => ({
          ...(agendaItem(number) as object),
          title: `titre-${number}!`,
          rapporteurId: `rapporteur-${number}!`,
          theme: `thème-${number}!`,
          slot: { at: '10:00', guest: `reçu-${number}!` },
        })),
      },
    }),
  )

const scenario = (k: string, d: TestOperation['d']): TestOperation => ({ k, e: 'scenario/sc-1', d })
const line = { amountCents: 4_242_424_242, funding: [], reason: 'pari-1!' }

describe('what the room keeps to itself', () => {
  test('[SY1] what is being keyed and why a check stays open go to the secretariat and the chair alone', () => {
    const world = openWorld()
    expect(world.verdict('secretary', 'session/ses-1/dossier/dos-1/room', keepsDraft(1))).toBe('ok')
    expect(world.verdict('secretary', 'session/ses-1/room', explains)).toBe('ok')
    expect(whoFinds(world, 'brouillon-1!')).toEqual(['secretary', 'chair'])
    expect(whoFinds(world, 'explication!')).toEqual(['secretary', 'chair'])
    // Nor by a scope that members read.
    expect(world.verdict('secretary', 'session/ses-1/dossier/dos-1', keepsDraft(1))).toBe('invalid/scope')
    expect(world.verdict('secretary', 'session/ses-1', explains)).toBe('invalid/scope')
    expect(world.verdict('secretary', 'recusal/m-chair', recused('chair'))).toBe('ok')
    expect(whoFinds(world, 'brouillon-1!')).toEqual(['secretary'])
    expect(whoFinds(world, 'explication!')).toEqual(['secretary', 'chair'])
  })

  test('[SY1] a session taken back to what a member was not told of is not folded wrong by his copy', () => {
    const world = openWorld()
    const copy = testReplica(world, 'bruno')
    const write = (d: TestOperation['d']) =>
      world.act('secretary', 'session/ses-1', session('session.change@1', { set: d }))
    world.act('secretary', 'session/ses-1/room', explains)
    write({ place: 'Auray' })
    write({ place: 'Lorient' })
    copy.pull(world)
    const { version } = world.store.row('aggregate', 'session/ses-1') ?? { version: 0 }
    const back = { k: 'aggregate.revert@1', e: 'session/ses-1', x: version, d: { toVersion: version - 1 } }
    expect(world.verdict('secretary', 'session/ses-1', back)).toBe('ok')
    copy.pull(world)
    expect(statesOf(copy.store)).toEqual(statesFed(snapshotFor(world.store, { user: 'u-bruno' }).rows))
    expect(keptBy(copy)).not.toContain('explication!')
  })
})

describe('a point that is examined without somebody', () => {
  const leaks = ['titre-1!', 'rapporteur-1!', 'thème-1!', 'reçu-1!', 'brouillon-1!', 'pari-1!', '4242424242']

  function announced(): World {
    const world = openWorld()
    expect(announces(world)).toBe('ok')
    world.act('secretary', 'session/ses-1/dossier/dos-1/room', keepsDraft(1))
    const opened = scenario('scenario.open@1', { callId: 'call-1', name: 'S', origin: 'blank', lines: {} })
    expect(world.verdict('secretary', 'office', opened)).toBe('ok')
    const set = scenario('scenario.set-line@1', { candidatureId: 'can-1', line })
    expect(world.verdict('secretary', 'office', set)).toBe('ok')
    world.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    return world
  }

  for (const person of ['anne', 'chair'] as const) {
    test(`[SY54] ${person} is handed its place and its hours, whatever was said before or after`, () => {
      const world = announced()
      world.act('secretary', `recusal/m-${person}`, recused(person))
      expect(announces(world)).toBe('ok')
      world.act(
        'secretary',
        'session/ses-1',
        session('session.point@1', { itemId: 'item-1', at: '09:30:00' }),
      )
      const handed = handedTo(world, person)
      expect(leaks.filter((words) => handed.includes(words))).toEqual([])
      expect(handed).toContain('titre-2!')
      const row = [...snapshotFor(world.store, { user: `u-${person}` }).rows].find(
        ({ entity }) => entity === 'session/ses-1',
      )
      expect((row?.aggregate.state as Session | undefined)?.agenda[0]).toEqual({
        id: 'item-1',
        kind: 'free',
        candidatureId: null,
        title: 'Point examiné hors de votre présence',
        rapporteurId: null,
        plannedMinutes: null,
        theme: '',
        slot: null,
        questionerId: null,
        debate: '',
        draft: '',
        runs: [{ from: '09:30:00', to: null }],
        marksRevealedAt: null,
        outcome: null,
      })
    })

    test(`[SY54] nothing of it stays on the disk of ${person}, and all of it comes back with the right`, () => {
      const world = announced()
      const copy = testReplica(world, person)
      copy.pull(world)
      expect(keptBy(copy)).toContain('titre-1!')
      world.act('secretary', `recusal/m-${person}`, recused(person))
      copy.pull(world, 1)
      const given = () => statesFed(snapshotFor(world.store, { user: `u-${person}` }).rows)
      expect(leaks.filter((words) => keptBy(copy).includes(words))).toEqual([])
      expect(statesOf(copy.store)).toEqual(given())
      expect(announces(world)).toBe('ok')
      copy.pull(world, 1)
      expect(leaks.filter((words) => keptBy(copy).includes(words))).toEqual([])
      expect(statesOf(copy.store)).toEqual(given())
      const lifted = {
        k: 'recusal.lift@1',
        e: `recusal/can-1/m-${person}`,
        d: { reason: 'erreur' },
        ob: 'm-chair',
      }
      expect(world.verdict('secretary', `recusal/m-${person}`, lifted)).toBe('ok')
      copy.pull(world, 1)
      expect(statesOf(copy.store)).toEqual(given())
      expect(keptBy(copy)).toContain('titre-1!')
    })
  }

  test('[SY54] who does not read every point writes no agenda: his would tell of less than there is', () => {
    const world = announced()
    world.act('secretary', 'recusal/m-chair', recused('chair'))
    expect(announces(world, 'chair')).toBe('recused/recused')
    expect(announces(world)).toBe('ok')
  })

  test('[SY54] an agenda that he wrote himself and sends after he was recused does not stay with him', () => {
    const world = announced()
    const copy = testReplica(world, 'chair')
    copy.pull(world)
    copy.write('session/ses-1', {
      k: 'session.change@1',
      e: 'session/ses-1',
      d: { set: { agenda: [{ ...(agendaItem(1) as object), title: 'titre-1!' }] } },
    })
    world.act('secretary', 'recusal/m-chair', recused('chair'))
    copy.push(world)
    copy.pull(world)
    expect(leaks.filter((words) => keptBy(copy).includes(words))).toEqual([])
    expect(world.store.row('aggregate', 'session/ses-1')?.state).toMatchObject({
      agenda: [{ title: 'titre-1!' }, { title: 'titre-2!' }, { title: 'titre-3!' }],
    })
  })
})
