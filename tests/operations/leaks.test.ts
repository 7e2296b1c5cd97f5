import { describe, expect, test } from 'vitest'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { Feed } from '#shared/operations/feed/feed.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import {
  candidatureSubmitted,
  dossierRegistered,
  mark,
  openWorld,
  type Person,
  people,
  recusalDeclared,
  sheetScope,
  type World,
} from './support/committee.ts'
import { feedOf, held, loaded, testReplica } from './support/replica.ts'
import { outcomeNow } from './support/samples.ts'

const persons = Object.keys(people) as Person[]

/** Everything that a person could read of what is handed to him, bodies decoded. */
function handedTo(world: World, person: Person): string {
  const reader = { user: `u-${person}` }
  const feeds: Feed[] = []
  for (let fromG = 0; fromG < (world.store.row('log', 'log')?.g ?? 0); fromG += 4)
    feeds.push(feedOf(world, person, fromG, 4))
  const bodies = feeds.flatMap(({ entries }) =>
    entries.flatMap(({ commit }) =>
      commit === null ? [] : [commit.header, commit.body].map((bytes) => new TextDecoder().decode(bytes)),
    ),
  )
  const told = feeds.map(({ grants, purges, erased, mandates, entries }) =>
    JSON.stringify({ grants, purges, erased, mandates, entries: entries.map(({ entry }) => entry) }),
  )
  const asked = loaded(rowsFor(world.store, reader, held(world.store)))
  return [
    ...bodies,
    ...told,
    JSON.stringify(asked),
    JSON.stringify([...snapshotFor(world.store, reader).rows]),
  ].join('\n')
}

/** The same, through a copy that lived all of it: what is left on the disk. */
function keptBy(
  world: World,
  person: Person,
  before: (copy: ReturnType<typeof testReplica>) => void,
): string {
  const copy = testReplica(world, person)
  before(copy)
  copy.pull(world, 3)
  const { store } = copy
  const bodies = [...store.scan('commit')].map(([, { commit }]) => new TextDecoder().decode(commit.body))
  const rows = (['aggregate', 'base', 'made', 'heard', 'pendingOn', 'toRegularise'] as const).map((table) =>
    JSON.stringify([...store.scan(table)]),
  )
  const own = [...store.scan('own')].map(([, { commit }]) => new TextDecoder().decode(commit.body))
  return [...bodies, ...rows, ...own].join('\n')
}

/** Who finds these words in what he is handed. */
const whoFinds = (world: World, words: string): readonly Person[] =>
  persons.filter((person) => handedTo(world, person).includes(words))

/** Marks of two members, debates, an outcome, an instruction: data that could leak. */
function livelyWorld(): World {
  const world = openWorld()
  const done = (verdict: string): void => expect(verdict).toBe('ok')
  for (const number of [1, 2]) {
    done(world.verdict('anne', sheetScope(number, 'm-anne'), mark(number, 'm-anne', 1500)))
    done(world.verdict('bruno', sheetScope(number, 'm-bruno'), mark(number, 'm-bruno', 900)))
    done(
      world.verdict('secretary', `session/ses-1/dossier/dos-${number}`, {
        k: 'session.write-debate@1',
        e: 'session/ses-1',
        d: { itemId: `item-${number}`, text: `débat-${number}` },
      }),
    )
  }
  done(world.verdict('guest', sheetScope(1, 'm-guest'), mark(1, 'm-guest', 700)))
  done(
    world.verdict('secretary', 'office/dossier/dos-1', {
      k: 'instruction.change@1',
      e: 'instruction/can-1',
      d: { set: { analysis: 'rapport-1' } },
    }),
  )
  const letter = {
    sessionId: null,
    candidatureId: 'can-1',
    document: 'report',
    reading: 'full',
    format: 'pdf',
    number: 'lettre-1',
    sha256: 'a',
    factsDigest: 'b',
    contentDigest: null,
    madeAt: '',
    template: null,
  }
  done(
    world.verdict('instructor', 'office/dossier/dos-1', {
      k: 'document.issue@2',
      e: 'document/l-1',
      d: letter,
    }),
  )
  return world
}

const reveals = (number: number) => ({
  k: 'session.reveal@1',
  e: 'session/ses-1',
  d: { itemId: `item-${number}`, at: '10:00' },
})
const readers = {
  all: ['secretary', 'chair'],
  dossier: ['secretary', 'chair', 'anne', 'bruno', 'instructor'],
}

describe('what a reader is handed', () => {
  test('[SY3] marks are sealed to all but their author and the room, until their point is revealed, and only that one', () => {
    const world = livelyWorld()
    expect(whoFinds(world, 'secret-1-m-anne')).toEqual([...readers.all, 'anne'])
    expect(whoFinds(world, 'secret-1-m-guest')).toEqual([...readers.all, 'guest'])
    expect(world.verdict('chair', 'session/ses-1/dossier/dos-1', reveals(1))).toBe('ok')
    expect(whoFinds(world, 'secret-1-m-anne')).toEqual([...readers.all, 'anne', 'bruno'])
    expect(whoFinds(world, 'secret-2-m-anne')).toEqual([...readers.all, 'anne'])
  })

  test('[SY3] two candidatures of one dossier are revealed apart', () => {
    const world = openWorld()
    expect(world.verdict('secretary', 'dossier/dos-1', candidatureSubmitted(4, 'dos-1'))).toBe('ok')
    world.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    world.act('anne', 'dossier/dos-1/sheet/can-4/m-anne', mark(4, 'm-anne', 1500))
    world.act('chair', 'session/ses-1/dossier/dos-1', reveals(1))
    expect(whoFinds(world, 'secret-1-m-anne')).toEqual([...readers.all, 'anne', 'bruno'])
    expect(whoFinds(world, 'secret-4-m-anne')).toEqual([...readers.all, 'anne'])
  })

  test('[SY3] dossiers, reports, debates and control go to whom they are for', () => {
    const world = livelyWorld()
    expect(whoFinds(world, 'Dossier 1')).toEqual([...readers.dossier, 'guest'])
    expect(whoFinds(world, 'Dossier 2')).toEqual(readers.dossier)
    expect(whoFinds(world, 'lettre-1')).toEqual(['secretary', 'chair', 'instructor'])
    expect(whoFinds(world, 'rapport-1')).toEqual(['secretary', 'chair', 'instructor'])
    expect(whoFinds(world, 'débat-1')).toEqual(['secretary', 'chair', 'anne', 'bruno'])
    expect(
      world.verdict('admin', 'control', {
        k: 'user.invite@1',
        e: 'user/u-x',
        d: { name: 'Xavière', email: '' },
      }),
    ).toBe('ok')
    expect(whoFinds(world, 'Xavière')).toEqual(['admin'])
  })

  test('[SY3] a recused member finds nothing of the dossier, whatever was said before or after, chair included', () => {
    for (const person of ['anne', 'chair'] as const) {
      const world = livelyWorld()
      expect(
        world.verdict('secretary', `recusal/m-${person}`, {
          ...recusalDeclared(1, `m-${person}`),
          ob: `m-${person}`,
        }),
      ).toBe('ok')
      const decides = {
        k: 'session.decide@1',
        e: 'session/ses-1',
        d: { itemId: 'item-1', outcome: outcomeNow(world, 1) },
      }
      expect(world.verdict('secretary', 'session/ses-1/dossier/dos-1', decides)).toBe('ok')
      expect(world.verdict('secretary', 'session/ses-1/dossier/dos-1', reveals(1))).toBe('ok')
      for (const words of [
        'Dossier 1',
        'débat-1',
        'motif-1',
        'rapport-1',
        'lettre-1',
        'secret-1-',
        '"dos-1"',
      ]) {
        const finders = whoFinds(world, words)
        expect([words, finders.includes(person)]).toEqual([words, words === '"dos-1"'])
      }
      // Its identifier alone is told, to say what to purge.
      expect(handedTo(world, person).match(/"dos-1"/g)).toEqual(
        handedTo(world, person)
          .match(/"purges":\["dos-1"\]/g)
          ?.map(() => '"dos-1"'),
      )
      expect(whoFinds(world, 'débat-2').includes(person)).toBe(true)
    }
  })

  test('[SY3] a duplicate reunited with it is closed to him too, and opens again when they are parted', () => {
    const world = livelyWorld()
    world.act('anne', 'recusal/m-anne', recusalDeclared(1, 'm-anne'))
    const merged = (into: string | null) => ({
      k: 'candidature.change@1',
      e: 'candidature/can-2',
      x: 9,
      d: { set: { mergedInto: into } },
    })
    expect(handedTo(world, 'anne')).toContain('débat-2')
    expect(world.verdict('secretary', 'dossier/dos-2', merged('can-1'))).toBe('ok')
    for (const words of ['Dossier 2', 'débat-2', 'secret-2-'])
      expect(handedTo(world, 'anne')).not.toContain(words)
    expect(world.verdict('anne', sheetScope(2, 'm-anne'), mark(2, 'm-anne', 100))).toBe('recused/recused')
    expect(world.verdict('secretary', 'dossier/dos-2', merged(null))).toBe('ok')
    for (const words of ['Dossier 2', 'débat-2', 'secret-2-m-anne'])
      expect(handedTo(world, 'anne')).toContain(words)
  })

  test('[SY3] a refused commit does not carry a body out of the scope that it claims', () => {
    const world = livelyWorld()
    world.act('anne', 'recusal/m-anne', recusalDeclared(3, 'm-anne'))
    expect(world.verdict('secretary', 'shared', mark(3, 'm-bruno', 700))).toBe('invalid/scope')
    expect(world.verdict('bruno', 'shared', mark(3, 'm-bruno', 700))).toBe('invalid/scope')
    expect(whoFinds(world, 'secret-3-m-bruno')).toEqual([...readers.all, 'bruno'])
  })

  test('[SY3] a session taken back is not folded wrong by who sees part of it', () => {
    const world = livelyWorld()
    world.act('anne', 'recusal/m-anne', recusalDeclared(1, 'm-anne'))
    const copy = testReplica(world, 'anne')
    copy.pull(world)
    const { version } = world.store.row('aggregate', 'session/ses-1') ?? { version: 0 }
    const place = { k: 'session.change@1', e: 'session/ses-1', d: { set: { place: 'Auray' } } }
    expect(world.verdict('secretary', 'session/ses-1', place)).toBe('ok')
    const back = { k: 'aggregate.revert@1', e: 'session/ses-1', x: version + 1, d: { toVersion: version } }
    expect(world.verdict('secretary', 'session/ses-1', back)).toBe('ok')
    copy.pull(world)
    const seen = [...snapshotFor(world.store, { user: 'u-anne' }).rows].find(
      ({ entity }) => entity === 'session/ses-1',
    )
    expect(copy.store.row('aggregate', 'session/ses-1')?.state).toEqual(seen?.aggregate.state)
    expect(JSON.stringify(copy.store.row('aggregate', 'session/ses-1'))).not.toContain('débat-1')
  })

  test('[SY4] nothing is left on the disk of a chair who was recused, what the service wrote included', () => {
    const world = livelyWorld()
    const text = keptBy(world, 'chair', (copy) => {
      copy.pull(world)
      world.act('secretary', 'recusal/m-chair', { ...recusalDeclared(1, 'm-chair'), ob: 'm-chair' })
    })
    for (const words of ['Dossier 1', 'débat-1', 'rapport-1', 'lettre-1', 'secret-1-'])
      expect(text).not.toContain(words)
    for (const words of ['Dossier 2', 'débat-2', 'secret-2-m-anne']) expect(text).toContain(words)
  })

  test('[SY4] nothing is left on the disk of who was recused, of his own marks either', () => {
    const world = livelyWorld()
    const text = keptBy(world, 'anne', (copy) => {
      copy.pull(world)
      world.act('bruno', 'recusal/m-bruno', recusalDeclared(2, 'm-bruno'))
      world.act('secretary', 'recusal/m-anne', { ...recusalDeclared(1, 'm-anne'), ob: 'm-anne' })
    })
    for (const words of ['Dossier 1', 'débat-1', 'secret-1-']) expect(text).not.toContain(words)
    for (const words of ['Dossier 2', 'débat-2', 'secret-2-m-anne']) expect(text).toContain(words)
  })

  test('[SY3] receipts are the same for everybody, and name nobody', () => {
    const world = livelyWorld()
    const entriesOf = (person: Person) => feedOf(world, person, 0, 1000).entries.map(({ entry }) => entry)
    const told = entriesOf('secretary')
    for (const person of persons) expect(entriesOf(person)).toEqual(told)
    for (const words of ['u-', 'd-', 'm-', 'dos-', 'can-', 'ses-']) {
      const fields = told.map(({ cid: _digest, ...entry }) => entry)
      expect(JSON.stringify(fields)).not.toContain(words)
    }
  })

  test('[SY18] the seed of a hub holds its session, its dossiers and its call, nothing of the others', () => {
    const world = livelyWorld()
    const call = world.store.row('aggregate', 'call/call-1')?.state as unknown as { [key: string]: Json }
    const { id: _id, ...opened } = call
    const elsewhere = candidatureSubmitted(8, 'dos-8')
    const done = (verdict: string): void => expect(verdict).toBe('ok')
    done(world.verdict('secretary', 'shared', { k: 'call.open@1', e: 'call/call-2', d: opened }))
    done(
      world.verdict('secretary', 'dossier/dos-8', dossierRegistered(8), {
        ...elsewhere,
        d: { ...(elsewhere.d as object), callId: 'call-2' },
      }),
    )
    const lease = {
      id: 'l',
      session: 'ses-1',
      dossiers: ['dos-1'],
      hub: 'd-secretary',
      successors: [],
      g: 0,
      from: 0,
      to: 1,
      emergency: false,
      standing: 'open',
      endedG: null,
    } as const
    const seed = JSON.stringify(
      leaseSeed(world.store, lease).map(({ table, key, row }) => [
        table,
        key,
        table === 'commit' ? null : row,
      ]),
    )
    expect(seed).toContain('secret-1-m-anne')
    expect(seed).toContain('Dossier 2')
    expect(seed).not.toContain('Dossier 8')
    expect(seed).not.toContain('rapport-1')
  })
})
