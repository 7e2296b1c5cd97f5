import { describe, expect, test } from 'vitest'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import {
  attends,
  committeeWorld,
  mark,
  opens,
  recusalDeclared,
  sheetScope,
  type World,
} from '../operations/support/committee.ts'
import { framesOf } from './support/line.ts'
import {
  breathe,
  type Clock,
  connect,
  type Following,
  follower,
  kinds,
  type Serving,
  seen,
  serving,
  settle,
} from './support/meeting.ts'

const texts = (heard: readonly Uint8Array[]): string =>
  heard.map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n')

const clock = (): Clock => ({ ms: 1_780_000_000_000 })

const centreOf = (world: World): Serving => serving(world.store, world.devices.chair, clock())

const marks = (device: Following, member: string, count: number, candidature = 1): void => {
  for (let i = 0; i < count; i++)
    device.replica.write(sheetScope(candidature, member), mark(candidature, member, 100 * (1 + (i % 20))))
  device.exchange.sealed()
}

describe('a device and its authority', () => {
  test('[EX12] it sends what it wrote, takes what the others wrote, and everybody sees what he may', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const bruno = follower(world, 'bruno', clock())
    const secretary = follower(world, 'secretary', clock())
    const lines = [connect(anne, centre), connect(bruno, centre), connect(secretary, centre)]
    await settle(lines)
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
    marks(anne, 'm-anne', 1)
    marks(bruno, 'm-bruno', 1)
    expect(anne.exchange.counters()).toMatchObject({ toSend: 1, inFlight: 1 })
    await settle(lines)
    for (const device of [anne, bruno]) {
      expect(seen(device, centre).copy).toEqual(seen(device, centre).truth)
      expect(device.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
      expect(device.events).toContainEqual({ kind: 'up-to-date', log: 'centre', g: 7 })
    }
    expect(seen(anne, centre).copy).toHaveProperty(['sheet/can-1/m-anne'])
    // Sheets of the others are not even on the line before they are revealed.
    expect(texts(lines[0]?.heardByDevice ?? [])).not.toContain('secret-1-m-bruno')
    expect(texts(lines[2]?.heardByDevice ?? [])).toContain('secret-1-m-bruno')
  })

  test('[EX9] everybody is told that somebody is there who was not, and of nothing else by that word', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    const told = () => anne.events.filter(({ kind }) => kind === 'people').length
    const before = told()
    world.act('admin', 'control', {
      k: 'lease.grant@1',
      e: 'lease/lease-1',
      d: { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 },
    })
    world.act('secretary', sheetScope(2, 'm-bruno'), mark(2, 'm-bruno', 300))
    centre.exchange.appended()
    await settle([line])
    expect(told()).toBe(before)
    expect(
      world.verdict('admin', 'control', {
        k: 'user.invite@1',
        e: 'user/u-new',
        d: { name: 'Chloé Exemple', email: 'chloe@exemple.fr' },
      }),
    ).toBe('ok')
    centre.exchange.appended()
    await settle([line])
    expect(told()).toBe(before + 1)
    expect(texts(line.heardByDevice)).not.toContain('Chloé Exemple')
    const asked = anne.exchange.ask('directory', {})
    await settle([line])
    const directory = await asked
    const names = directory.ok ? directory.value.rows.map(({ key }) => key) : []
    expect(names).toContain('u-new')
  })

  test('[EX11] a long chain leaves window by window, in its order, and no refusal stops what follows', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    marks(anne, 'm-anne', 60)
    // Somebody else's sheet: refused, in the middle.
    marks(anne, 'm-bruno', 3)
    marks(anne, 'm-anne', 337)
    let most = 0
    await settle([line], () => {
      most = Math.max(most, anne.exchange.counters().inFlight)
      return 0
    })
    expect(most).toBe(256)
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    expect(centre.rows.row('chain', 'd-anne')?.seq).toBe(400)
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(397)
    expect(anne.events.filter(({ kind }) => kind === 'refused')).toHaveLength(3)
    expect([...anne.replica.store.scan('toRegularise')].map(([, { verdict }]) => verdict)).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
    ])
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
  })

  test('[EX11] [SY39] what the copy says again by itself, as it takes a refusal, leaves at once', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const { take } = anne.store
    anne.store.take = (step) => {
      const taken = take(step)
      if (taken.ok && taken.value.some(({ kind }) => kind === 'refused'))
        anne.replica.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 300))
      return taken
    }
    const line = connect(anne, centre)
    await settle([line])
    marks(anne, 'm-bruno', 1)
    await settle([line])
    expect(anne.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(1)
  })

  test('[EX5] what comes in the same turn is one write, answered once it is durable', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const bruno = follower(world, 'bruno', clock())
    const lines = [connect(anne, centre), connect(bruno, centre)]
    await settle(lines)
    marks(anne, 'm-anne', 3)
    marks(bruno, 'm-bruno', 2)
    for (const line of lines) while (line.waiting('authority') > 0) line.deliver('authority')
    await settle(lines)
    expect(centre.store.writes[0]).toBe(5)
  })

  test('[EX5] a full disk: the device is told to come back, nothing is lost and nothing is half there', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    centre.store.isFull = true
    marks(anne, 'm-anne', 2)
    await settle([line])
    expect(anne.events.at(-1)).toEqual({
      kind: 'closed',
      end: { kind: 'said', reason: 'busy', retryAfterMs: 30_000 },
    })
    expect(anne.exchange.counters()).toMatchObject({ toSend: 2, inFlight: 0 })
    expect(centre.rows.row('chain', 'd-anne')).toBe(null)
    expect(kinds(centre.events)).toContain('store-failed')
    centre.store.isFull = false
    await settle([connect(anne, centre)])
    expect(centre.rows.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(2)
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
  })

  test('[EX5] a full disk at the device: nothing is taken, the channel is shut, the rest comes later', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    const before = anne.replica.store.row('cursor', 'centre')
    anne.store.refuses = 'file.disk-full'
    world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', 900), ob: 'm-anne' })
    centre.exchange.appended()
    await settle([line])
    expect(anne.replica.store.row('cursor', 'centre')).toEqual(before)
    expect(anne.events).toContainEqual({ kind: 'store-failed', code: 'file.disk-full' })
    expect(line.isCut()).toBe(true)
    anne.store.refuses = null
    await settle([connect(anne, centre)])
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
  })

  test('[EX12] while an act is under way the file takes nothing: it does at the next tick, in order', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    anne.store.refuses = 'entity.changed-meanwhile'
    for (const hundredths of [900, 1000])
      world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', hundredths), ob: 'm-anne' })
    centre.exchange.appended()
    await settle([line])
    expect(seen(anne, centre).copy).not.toEqual(seen(anne, centre).truth)
    anne.store.refuses = null
    anne.exchange.tick()
    await settle([line])
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
    expect(kinds(anne.events)).not.toContain('closed')
  })

  test('[EX8] what another process wrote is told once this one is told of it', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', 900), ob: 'm-anne' })
    await settle([line])
    expect(seen(anne, centre).copy).not.toHaveProperty(['sheet/can-2/m-anne'])
    centre.exchange.appended()
    await settle([line])
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
  })

  test.each([0, 15])(
    '[EX8] a reader that does not keep up is spared, asks by itself, and follows again (%i more)',
    async (more) => {
      const world = committeeWorld()
      const centre = centreOf(world)
      const anne = follower(world, 'anne', clock())
      const bruno = follower(world, 'bruno', clock())
      const slow = connect(anne, centre)
      const fast = connect(bruno, centre)
      await settle([slow, fast])
      world.act('secretary', 'session/ses-1', ...['m-chair', 'm-anne', 'm-bruno'].map(attends), opens)
      const writeDebate = async (n: number): Promise<number> => {
        const text = `${n} `.repeat(40_000)
        const debate = { k: 'session.write-debate@1', e: 'session/ses-1', d: { itemId: 'item-1', text } }
        await centre.exchange.receive([world.devices.secretary.sign('session/ses-1/dossier/dos-1', [debate])])
        await settle([fast])
        return slow.waiting('device')
      }
      let waiting = await writeDebate(0)
      for (let n = 1; ; n++) {
        const now = await writeDebate(n)
        if (now === waiting) break
        waiting = now
      }
      for (let n = 0; n < more; n++) expect(await writeDebate(n)).toBe(waiting)
      await settle([slow, fast])
      const heard = framesOf(slow.heardByDevice)
      expect(heard.some(({ type }) => type === 'poke')).toBe(true)
      expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
      const before = slow.heardByDevice.length
      world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', 900), ob: 'm-anne' })
      centre.exchange.appended()
      await settle([slow, fast])
      expect(framesOf(slow.heardByDevice.slice(before))).toMatchObject([{ type: 'feed', pulled: false }])
      expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
    },
  )

  test('[EX7] a recusal takes away what was held, at once, and no more of it is sent', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    expect(seen(anne, centre).copy).toHaveProperty(['dossier/dos-2'])
    anne.replica.write('recusal/m-anne', recusalDeclared(2, 'm-anne'))
    anne.exchange.sealed()
    await settle([line])
    expect(anne.events).toContainEqual({ kind: 'purged', dossier: 'dos-2' })
    expect(seen(anne, centre).copy).not.toHaveProperty(['dossier/dos-2'])
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
    const before = line.heardByDevice.length
    world.act('secretary', 'dossier/dos-2', {
      k: 'dossier.change@1',
      e: 'dossier/dos-2',
      d: { set: { description: 'interdit' } },
    })
    centre.exchange.appended()
    await settle([line])
    expect(texts(line.heardByDevice.slice(before))).not.toContain('interdit')
    expect(line.heardByDevice.length).toBeGreaterThan(before)
  })

  test('[EX7] the channel of a revoked device is shut before it is told anything more', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    const before = line.heardByDevice.length
    world.act('admin', 'control', {
      k: 'device.revoke@1',
      e: 'device/d-anne',
      d: { lastSeq: 0, cause: 'compromised' },
    })
    centre.exchange.appended()
    await settle([line])
    expect(framesOf(line.heardByDevice.slice(before))).toEqual([
      { type: 'bye', reason: 'revoked', retryAfterMs: null },
    ])
    expect(anne.events.at(-1)).toMatchObject({ kind: 'closed', end: { reason: 'revoked' } })
    // Let in by a door that did not know: it is told nothing either.
    const again = connect(anne, centre)
    await settle([again])
    expect(framesOf(again.heardByDevice).filter(({ type }) => type === 'feed')).toEqual([])
  })

  test('[EX12] a copy that is behind its own chain writes no more, and still reads', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    marks(anne, 'm-anne', 2)
    await settle([connect(anne, centre)])
    const restored = follower(world, 'anne', clock())
    const line = connect(restored, centre)
    await settle([line])
    expect(restored.events).toContainEqual({ kind: 'must-enrol', why: 'behind' })
    expect(restored.replica.store.row('ownHead', 'own')?.mustEnrol).toBe(true)
    expect(centre.rows.row('chain', 'd-anne')?.seq).toBe(2)
    expect(seen(restored, centre).copy).toEqual(seen(restored, centre).truth)
  })

  test('[EX12] the same device on a second channel takes the place of the first', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const one = connect(follower(world, 'anne', clock()), centre)
    await settle([one])
    const other = connect(follower(world, 'anne', clock()), centre)
    await settle([one, other])
    expect(framesOf(one.heardByDevice).at(-1)).toEqual({
      type: 'bye',
      reason: 'replaced',
      retryAfterMs: null,
    })
    expect(centre.exchange.peers()).toHaveLength(1)
    expect(other.isCut()).toBe(false)
  })

  test('[EX6] each commit of a push has its answer: ordered, known, early, none of ours', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const bruno = follower(world, 'bruno', clock())
    const line = connect(bruno, centre)
    await settle([line])
    const { anne } = world.devices
    const [first, second, third] = [1, 2, 3].map((n) =>
      anne.sign(sheetScope(n, 'm-anne'), [mark(n, 'm-anne', 500)]),
    )
    if (first === undefined || second === undefined || third === undefined) throw new Error('not signed')
    const before = line.heardByDevice.length
    const push = (batch: number, ...commits: (typeof first)[]) =>
      line.inject('authority', { type: 'push', batch, commits: commits.map(({ id: _, ...whole }) => whole) })
    push(1, first, first, third, { ...second, body: first.body })
    line.deliver('authority')
    await breathe()
    await breathe()
    while (line.waiting('device') > 0) line.deliver('device')
    const verdicts = framesOf(line.heardByDevice.slice(before)).filter(({ type }) => type === 'verdicts')
    expect(verdicts).toEqual([
      {
        type: 'verdicts',
        log: 'centre',
        batch: 1,
        answers: [
          { is: 'entry', g: 6 },
          { is: 'duplicate', verdict: 'ok', g: 6 },
          { is: 'waiting', expectedSeq: 2 },
          { is: 'turned-away', code: 'commit.bad-body' },
        ],
      },
    ])
    expect(centre.rows.row('chain', 'd-anne')?.seq).toBe(1)
    expect(centre.rows.row('waiting', 'd-anne')?.commits.map(({ seq }) => seq)).toEqual([3])
    expect(base64UrlEncode(first.id)).toBe(centre.rows.row('entry', '6')?.entry.cid)
  })

  test('[EX4] what is told twice is written once, and the place that is vouched for is the last one', async () => {
    const world = committeeWorld()
    const centre = centreOf(world)
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    marks(anne, 'm-anne', 1)
    await settle([line])
    const written = anne.store.written
    anne.exchange.refresh()
    await settle([line])
    line.cut()
    await settle([connect(anne, centre)])
    expect(anne.store.written).toBe(written)
    const { g, r } = centre.rows.row('log', 'log') ?? { g: 0, r: new Uint8Array(0) }
    expect(anne.replica.store.row('vouched', 'centre')?.checkpoint).toMatchObject({
      log: 'centre',
      epoch: 0,
      g,
      r: base64UrlEncode(r),
    })
  })
})
