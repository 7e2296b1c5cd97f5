import { describe, expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { feedFrames } from '#shared/operations/exchange/feedParcel.ts'
import { encodeParcel, type Parcel } from '#shared/operations/exchange/parcel.ts'
import { cutInParts } from '#shared/operations/exchange/parts.ts'
import type { Feed } from '#shared/operations/feed/feed.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { candidatureSubmitted, dossierRegistered, mark, sheetScope } from '../operations/support/committee.ts'
import { rowsOf } from '../operations/support/copies.ts'
import { loaded } from '../operations/support/replica.ts'
import { framesOf } from './support/line.ts'
import { breathe, connect, follower, kinds, seen, settle } from './support/meeting.ts'
import { clock, type Scene, scene } from './support/scene.ts'

/** What an honest authority would have said next, before somebody touches it. */
function nextFeed({ world, anne }: Scene): Feed {
  world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', 900), ob: 'm-anne' })
  world.act('secretary', 'dossier/dos-4', dossierRegistered(4), candidatureSubmitted(4))
  return loaded(
    feedFor(world.store, { user: 'u-anne' }, anne.replica.store.row('cursor', 'centre')?.g ?? 0, 9),
  )
}

function framed({ world }: Scene, feed: Feed, by: 'chair' | 'bruno' = 'chair'): readonly WireFrame[] {
  const r = world.store.row('entry', String(feed.upToG))?.r ?? new Uint8Array(32)
  const head = { log: feed.log, epoch: feed.epoch, g: feed.upToG, r }
  const checkpoint = signCheckpoint(head, 1, nodeSigner(world.devices[by].privateKey))
  return feedFrames({ feed, checkpoint }, false, nodeCrypto).frames
}

async function says({ line }: Scene, frames: readonly WireFrame[]): Promise<void> {
  for (const frame of frames) line.inject('device', frame)
  await settle([line])
}

const answerOf = (answer: Parcel): WireFrame => {
  const [part] = cutInParts(encodeParcel(answer))
  if (part === undefined) throw new Error('nothing')
  return { type: 'answer', id: 1, refusal: null, ...part }
}

const lies: readonly (readonly [string, (scene: Scene) => readonly WireFrame[]])[] = [
  ['a feed of another log', (at) => framed(at, { ...nextFeed(at), log: 'autre' })],
  [
    'entries of another log',
    (at) => {
      const feed = nextFeed(at)
      return framed(at, {
        ...feed,
        entries: feed.entries.map((fed) => ({ ...fed, entry: { ...fed.entry, log: 'autre' } })),
      })
    },
  ],
  [
    'a hole',
    (at) => {
      const feed = nextFeed(at)
      const [, second] = feed.entries
      return framed(at, { ...feed, upToG: feed.fromG + 1, entries: second === undefined ? [] : [second] })
    },
  ],
  [
    'fewer entries than it says',
    (at) => {
      const feed = nextFeed(at)
      return framed(at, { ...feed, entries: feed.entries.slice(1) })
    },
  ],
  [
    'the last entry kept back',
    (at) => {
      const feed = nextFeed(at)
      return framed(at, { ...feed, entries: feed.entries.slice(0, -1) })
    },
  ],
  [
    'the body of another commit',
    (at) => {
      const feed = nextFeed(at)
      const [first, second] = feed.entries
      if (!first?.commit || !second?.commit) throw new Error('no commits')
      const swapped = { ...first, commit: { ...first.commit, body: second.commit.body } }
      return framed(at, { ...feed, entries: [swapped, second] })
    },
  ],
  [
    'the commit of another entry',
    (at) => {
      const feed = nextFeed(at)
      const [first, second] = feed.entries
      if (!first?.commit || !second?.commit) throw new Error('no commits')
      return framed(at, { ...feed, entries: [{ ...first, commit: second.commit }, second] })
    },
  ],
  [
    'another verdict than was ordered',
    (at) => {
      const feed = nextFeed(at)
      const entries = feed.entries.map((fed) => ({
        ...fed,
        entry: { ...fed.entry, verdict: 'late' as const },
      }))
      return framed(at, { ...feed, entries })
    },
  ],
  [
    'a verdict that this program has no word for',
    (at) => {
      const feed = nextFeed(at)
      const entries = feed.entries.map((fed) => ({
        ...fed,
        entry: { ...fed.entry, verdict: 'perhaps' as 'ok' },
      }))
      return framed(at, { ...feed, entries })
    },
  ],
  ['a checkpoint by somebody else', (at) => framed(at, nextFeed(at), 'bruno')],
  [
    'rows that are none',
    (at) => {
      const feed = nextFeed(at)
      const row = { entity: 'dossier/dos-1', g: 1, basis: null } as unknown as Feed['grants'][0]['rows'][0]
      return framed(at, { ...feed, grants: [{ root: 'dossier/dos-1', rows: [row] }] })
    },
  ],
  [
    'parts out of order',
    (at) => framed(at, nextFeed(at)).map((frame) => ({ ...frame, part: 1, parts: 2 }) as WireFrame),
  ],
  ['an answer to no question', () => [{ ...answerOf({ rows: [] }), id: 77 } as WireFrame]],
  [
    'verdicts on nothing that was sent',
    () => [{ type: 'verdicts', log: 'centre', batch: 9, answers: [{ is: 'carried' }] }],
  ],
  ['a poke of another log', () => [{ type: 'poke', log: 'autre', head: 9 }]],
  ['what only a device says', () => [{ type: 'held', log: 'centre', g: 1 }]],
]

describe('an authority that lies', () => {
  test.each(lies)(
    '[EX16] with %s: nothing of it is taken, the channel is shut, it is told',
    async (_what, lie) => {
      const at = await scene()
      const frames = lie(at)
      const before = rowsOf(at.anne.replica.store)
      await says(at, frames)
      expect(rowsOf(at.anne.replica.store)).toEqual(before)
      expect(kinds(at.anne.events)).toContain('broken')
      expect(at.line.isCut()).toBe(true)
      // From who is honest the same copy takes everything.
      at.centre.exchange.appended()
      await settle([connect(at.anne, at.centre)])
      expect(seen(at.anne, at.centre).copy).toEqual(seen(at.anne, at.centre).truth)
    },
  )

  test('[EX16] the honest frames of these lies are taken', async () => {
    const at = await scene()
    await says(at, framed(at, nextFeed(at)))
    expect(kinds(at.anne.events)).not.toContain('broken')
    expect(seen(at.anne, at.centre).copy).toEqual(seen(at.anne, at.centre).truth)
  })

  test('[EX16] with states that nobody asked for', async () => {
    const at = await scene()
    at.line.cut()
    at.anne.replica.store.apply([
      { table: 'readOnly', key: 'dossier/dos-1', row: { why: 'history-missing' } },
    ])
    const { rows } = at.centre
    const stolen = { ...at.centre.exchange, admit: () => {} }
    const line = connect(at.anne, { ...at.centre, exchange: stolen })
    const row = (entity: string) => ({ entity, aggregate: rows.row('aggregate', entity), g: 99, basis: null })
    const answer = (id: number, value: unknown): void =>
      line.inject('device', { ...answerOf(value as Parcel), id } as WireFrame)
    answer(1, { log: 'centre', epoch: 0, g: 5, chain: { seq: 0, cid: null } })
    line.deliver('device')
    await breathe()
    const before = rowsOf(at.anne.replica.store)
    answer(2, { rows: [row('dossier/dos-2')] })
    await settle([line])
    expect(at.anne.events).toContainEqual({
      kind: 'broken',
      log: 'centre',
      why: 'states that nobody asked for',
    })
    expect(rowsOf(at.anne.replica.store)).toEqual(before)
  })

  test('[EX12] a copy takes the states that it was missing, and is asked for them after a cut too', async () => {
    const at = await scene()
    at.line.cut()
    at.anne.replica.store.apply([
      { table: 'readOnly', key: 'dossier/dos-1', row: { why: 'history-missing' } },
      { table: 'aggregate', key: 'dossier/dos-1', row: null },
    ])
    await settle([connect(at.anne, at.centre)])
    expect(at.anne.replica.store.row('readOnly', 'dossier/dos-1')).toBe(null)
    expect(seen(at.anne, at.centre).copy).toEqual(seen(at.anne, at.centre).truth)
  })

  test('[SY26] a program brought up to date asks again for what an older one did not know, and for nothing else', async () => {
    const at = await scene()
    at.line.cut()
    const unknown = (kind: string) => ({ why: 'unknown-kind', kinds: [kind] }) as const
    at.anne.replica.store.apply([
      { table: 'readOnly', key: 'dossier/dos-1', row: unknown('dossier.change@1') },
      { table: 'aggregate', key: 'dossier/dos-1', row: null },
      { table: 'readOnly', key: 'dossier/dos-2', row: unknown('dossier.archive@9') },
    ])
    await settle([connect(at.anne, at.centre)])
    expect([...at.anne.replica.store.scan('readOnly')]).toEqual([
      ['dossier/dos-2', unknown('dossier.archive@9')],
    ])
    expect(seen(at.anne, at.centre).copy).toEqual(seen(at.anne, at.centre).truth)
  })
})

const device: readonly (readonly [string, WireFrame])[] = [
  ['asks for another log', { type: 'pull', log: 'autre', after: 0, limitBytes: 100_000, whole: false }],
  [
    'asks for what follows the end',
    { type: 'pull', log: 'centre', after: 99, limitBytes: 100_000, whole: false },
  ],
  ['holds what it was never told', { type: 'held', log: 'centre', g: 99 }],
  ['gives verdicts', { type: 'verdicts', log: 'centre', batch: 1, answers: [{ is: 'carried' }] }],
  ['asks in no order', ask('standing', {}, 1)],
  [
    'asks in wrong parts',
    { type: 'ask', id: 50, what: 'rows', part: 1, parts: 2, slices: [Uint8Array.of(1)] },
  ],
  ['asks for nothing that there is', ask('rows', { entities: [7] })],
  ['says more than it asks', ask('standing', { more: 1 })],
]

function ask(what: 'rows' | 'standing', value: Parcel, id = 60): WireFrame {
  const [part] = cutInParts(encodeParcel(value))
  if (part === undefined) throw new Error('nothing')
  return { type: 'ask', id, what, ...part }
}

describe('a device that lies', () => {
  test.each(device)(
    '[EX16] it %s: nothing is written, its channel is shut, the others go on',
    async (_what, frame) => {
      const at = await scene()
      const bruno = follower(at.world, 'bruno', clock())
      const other = connect(bruno, at.centre)
      await settle([at.line, other])
      const before = rowsOf(at.world.store)
      at.line.inject('authority', frame)
      await settle([at.line, other])
      expect(rowsOf(at.world.store)).toEqual(before)
      expect(kinds(at.centre.events)).toContain('misbehaved')
      expect(framesOf(at.line.heardByDevice).at(-1)).toMatchObject({ type: 'bye', reason: 'malformed' })
      bruno.replica.write(sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 700))
      bruno.exchange.sealed()
      await settle([other])
      expect(seen(bruno, at.centre).copy).toEqual(seen(bruno, at.centre).truth)
    },
  )

  test('[EX9] it is answered what it may see, and not more', async () => {
    const at = await scene()
    const { ask: asks } = at.anne.exchange
    const asked = Promise.all([
      asks('rows', { entities: ['dossier/dos-1', 'sheet/can-1/m-bruno', 'user/u-admin'] }),
      asks('rows', { entities: Array.from({ length: 201 }, (_, i) => `dossier/${i}`) }),
      asks('directory', {}),
      asks('first-sync', {}),
      asks('first-sync-chunk', { sha256: 'x' }),
      asks('blob', { method: 'GET', path: '/blobs/x', body: new Uint8Array(0) }),
    ])
    at.world.act('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 700))
    await settle([at.line])
    const [rows, many, directory, ...rest] = await asked
    expect(rows.ok && rows.value.rows.map(({ entity }) => entity)).toEqual(['dossier/dos-1'])
    expect(many).toEqual({ ok: false, why: 'too-large' })
    const tables = directory.ok ? new Set(directory.value.rows.map(({ table }) => table)) : new Set()
    expect([...tables].sort()).toEqual(['device', 'user'])
    expect(rest).toEqual([
      { ok: false, why: 'not-here' },
      { ok: false, why: 'unknown' },
      { ok: false, why: 'not-here' },
    ])
    at.line.cut()
    expect(await asks('standing', {})).toEqual({ ok: false, why: 'lost' })
  })
})
