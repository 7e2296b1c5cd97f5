import { describe, expect, test } from 'vitest'
import { backoff } from '#shared/operations/exchange/backoff.ts'
import { encodeParcel } from '#shared/operations/exchange/parcel.ts'
import { cutInParts } from '#shared/operations/exchange/parts.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { FrameOf, PushAnswer } from '#shared/operations/wire/wireFrame.ts'
import { committeeWorld, mark, sheetScope } from '../operations/support/committee.ts'
import { testReplica } from '../operations/support/replica.ts'
import { type Line, line } from './support/line.ts'
import { connect, type Following, following, seen, serving, settle } from './support/meeting.ts'

const clock = { ms: 1_780_000_000_000 }

/** The ticks, of so many, at which something was tried. */
async function ticksOf(count: number, tick: () => Promise<boolean>): Promise<readonly number[]> {
  const at: number[] = []
  for (let n = 1; n <= count; n++) if (await tick()) at.push(n)
  return at
}

describe('what does not succeed', () => {
  test('[EX18] is tried again after twice as long each time, up to a minute, and told once', async () => {
    let told = 0
    const again = backoff(() => told++)
    again.failed()
    const tried = await ticksOf(400, async () => {
      if (!again.tick()) return false
      again.failed()
      return true
    })
    expect(tried).toEqual([1, 3, 7, 15, 31, 63, 127, 191, 255, 319, 383])
    expect(told).toBe(1)
    again.succeeded()
    expect([again.isWaiting(), again.tick()]).toEqual([false, false])
    again.failed()
    expect(again.tick()).toBe(true)
  })

  test('[EX18] a copy that is owed and not given stops no news, and is asked for until it is there', async () => {
    const world = committeeWorld()
    const centre = serving(world.store, world.devices.chair, clock)
    const replica = testReplica(world, 'anne')
    replica.pull(world)
    replica.store.apply([{ table: 'anew', key: 'centre', row: { g: 0 } }])
    let refusals = 0
    let isGiven = false
    const anne: Following = following(replica, clock, {
      takeAnew: async () => {
        if (!isGiven) refusals++
        if (!isGiven) return false
        const { head, rows } = snapshotFor(world.store, { user: 'u-anne' })
        return anne.store.take((copy) => takeSnapshot(copy, head, rows)).ok
      },
    })
    const lines = [connect(anne, centre)]
    await settle(lines)
    const titled = (title: string) => ({ k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title } } })
    world.act('secretary', 'dossier/dos-1', titled('Nouveau'))
    centre.exchange.appended()
    await settle(lines)
    expect(replica.store.row('aggregate', 'dossier/dos-1')?.state).toMatchObject({ title: 'Nouveau' })
    expect(refusals).toBe(1)
    const tried = await ticksOf(40, async () => {
      const before = refusals
      anne.exchange.tick()
      await settle(lines)
      return refusals > before
    })
    expect(tried).toEqual([1, 3, 7, 15, 31])
    expect(anne.events.filter(({ kind }) => kind === 'held-up')).toEqual([
      { kind: 'held-up', log: 'centre', what: 'catching-up' },
    ])
    isGiven = true
    for (let n = 0; n < 64; n++) anne.exchange.tick()
    await settle(lines)
    expect(replica.store.row('anew', 'centre')).toBe(null)
    expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
  })

  test.for([
    ['loses sight of', { is: 'waiting', expectedSeq: 1 }, 4, 0],
    ['turns away', { is: 'turned-away', code: 'device.unknown' }, 1, 3],
  ] as const)(
    '[EX18] what an authority %s, again and again, is sent again until it is taken, and told',
    async ([, refused, atOnce, toldOf]) => {
      const anne = following(testReplica(committeeWorld(), 'anne'), clock)
      for (const value of [100, 200, 300])
        anne.replica.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', value))
      const between = line('d-anne', 'd-chair')
      let answer: PushAnswer = refused
      let pushes = 0
      between.authority.onFrame((frame) => {
        if (frame.type === 'ask') answerAsk(between, frame)
        if (frame.type !== 'push') return
        pushes++
        const answers = frame.commits.map(() => answer)
        between.authority.send({ type: 'verdicts', log: 'centre', batch: frame.batch, answers })
      })
      anne.exchange.follow(between.device, { authority: 'd-chair', log: 'centre', authorityKey: null })
      await settle([between])
      expect(pushes).toBe(atOnce)
      const tried = await ticksOf(40, async () => {
        const before = pushes
        anne.exchange.tick()
        await settle([between])
        return pushes > before
      })
      expect(tried).toEqual([1, 3, 7, 15, 31])
      const told = (kind: string) => anne.events.filter((event) => event.kind === kind)
      expect(told('turned-away')).toHaveLength(toldOf)
      expect(told('held-up')).toContainEqual({ kind: 'held-up', log: 'centre', what: 'sending' })
      expect(anne.exchange.counters().toSend).toBe(3)
      answer = { is: 'duplicate', verdict: null, g: null }
      for (let n = 0; n < 64; n++) anne.exchange.tick()
      await settle([between])
      expect(anne.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    },
  )
})

/** An authority of which nothing is known but that it keeps the log, and has nothing of this device. */
function answerAsk({ authority }: Line, { id, what }: FrameOf<'ask'>): void {
  const standing = { log: 'centre', epoch: 0, g: 0, chain: { seq: 0, cid: null } }
  if (what !== 'standing')
    authority.send({ type: 'answer', id, refusal: 'not-here', part: 0, parts: 1, slices: [] })
  else
    for (const part of cutInParts(encodeParcel(standing)))
      authority.send({ type: 'answer', id, refusal: null, ...part })
}
