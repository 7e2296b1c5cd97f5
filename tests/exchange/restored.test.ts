import { describe, expect, test } from 'vitest'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { committeeWorld, mark, sheetScope } from '../operations/support/committee.ts'
import { rowsOf } from '../operations/support/copies.ts'
import type { Line } from './support/line.ts'
import {
  breathe,
  type Clock,
  connect,
  type Following,
  follower,
  seen,
  serving,
  settle,
} from './support/meeting.ts'

const clock = (): Clock => ({ ms: 1_780_000_000_000 })

const writes = (device: Following, ...hundredths: readonly number[]): void => {
  const member = `m-${device.person}`
  for (const value of hundredths) device.replica.write(sheetScope(1, member), mark(1, member, value))
  device.exchange.sealed()
}

/** So many frames, and no more. */
async function carry(line: Line, frames: number): Promise<void> {
  for (let carried = 0; carried < frames; carried++) {
    await breathe()
    const to = (['authority', 'device'] as const).find((side) => line.waiting(side) > 0)
    if (to === undefined) return
    line.deliver(to)
  }
}

describe('an authority that was restored', () => {
  test('[EX13] is shown what it signed, says so, and is given again what it lost', async () => {
    const world = committeeWorld()
    const before = serving(world.store, world.devices.chair, clock())
    const anne = follower(world, 'anne', clock())
    const bruno = follower(world, 'bruno', clock())
    let lines = [connect(anne, before), connect(bruno, before)]
    await settle(lines)
    writes(anne, 500)
    await settle(lines)
    const backup = rowsOf(world.store)
    writes(anne, 600, 700)
    writes(bruno, 800)
    await settle(lines)
    for (const line of lines) line.cut()

    // Nobody raised its restore counter: the first device that comes tells it.
    const after = serving(memoryRows(backup), world.devices.chair, clock())
    lines = [connect(anne, after), connect(bruno, after)]
    await settle(lines)
    expect(after.rows.row('log', 'log')).toMatchObject({ epoch: 1, g: 9 })
    expect(after.rows.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(3)
    for (const device of [anne, bruno]) {
      expect(device.events).toContainEqual({ kind: 'reconciled', log: 'centre', agreedG: 6 })
      expect(seen(device, after).copy).toEqual(seen(device, after).truth)
      expect(device.replica.store.row('cursor', 'centre')).toMatchObject({ epoch: 1, g: 9 })
      expect(device.events.filter(({ kind }) => kind === 'broken' || kind === 'incident')).toEqual([])
    }
    // And goes on as before.
    writes(bruno, 900)
    await settle(lines)
    for (const device of [anne, bruno]) expect(seen(device, after).copy).toEqual(seen(device, after).truth)
  })

  test('[EX13] somebody who asks at once, before they have met, asks nothing that a restored log could not answer', async () => {
    const world = committeeWorld()
    const before = serving(world.store, world.devices.chair, clock())
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, before)
    await settle([line])
    const backup = rowsOf(world.store)
    writes(anne, 500, 600)
    await settle([line])
    line.cut()
    const after = serving(memoryRows(backup), world.devices.chair, clock())
    const again = connect(anne, after)
    anne.exchange.refresh()
    await settle([again])
    expect(after.events.filter(({ kind }) => kind === 'misbehaved')).toEqual([])
    expect(anne.events).toContainEqual(expect.objectContaining({ kind: 'reconciled', log: 'centre' }))
    expect(seen(anne, after).copy).toEqual(seen(anne, after).truth)
    // Asked in the middle of an agreement too: whatever frame has just gone.
    for (let frames = 0; frames < 12; frames++) {
      const copy = follower(world, 'bruno', clock())
      const first = connect(copy, serving(world.store, world.devices.chair, clock()))
      await settle([first])
      first.cut()
      const shorter = serving(memoryRows(backup), world.devices.chair, clock())
      const second = connect(copy, shorter)
      await carry(second, frames)
      copy.exchange.refresh()
      await settle([second])
      expect(shorter.events.filter(({ kind }) => kind === 'misbehaved')).toEqual([])
      expect(seen(copy, shorter).copy).toEqual(seen(copy, shorter).truth)
    }
  })

  test('[EX13] one that grew since to where the copy was is found out by its receipts', async () => {
    const world = committeeWorld()
    const before = serving(world.store, world.devices.chair, clock())
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, before)
    await settle([line])
    writes(anne, 500)
    await settle([line])
    const backup = rowsOf(world.store)
    writes(anne, 600)
    await settle([line])
    line.cut()
    const after = serving(memoryRows(backup), world.devices.chair, clock())
    const bruno = follower(world, 'bruno', clock())
    const other = connect(bruno, after)
    writes(bruno, 800, 900)
    await settle([other])
    expect(after.rows.row('log', 'log')).toMatchObject({ epoch: 0, g: 8 })
    const again = connect(anne, after)
    await settle([again, other])
    expect(anne.events).toContainEqual({ kind: 'reconciled', log: 'centre', agreedG: 6 })
    expect(after.rows.row('log', 'log')).toMatchObject({ epoch: 1, g: 9 })
    for (const device of [anne, bruno]) expect(seen(device, after).copy).toEqual(seen(device, after).truth)
  })

  test('[EX13] another log under the same name and the same key is not followed: all is kept, it is told', async () => {
    const world = committeeWorld()
    const centre = serving(world.store, world.devices.chair, clock())
    const anne = follower(world, 'anne', clock())
    const line = connect(anne, centre)
    await settle([line])
    line.cut()
    const kept = rowsOf(anne.replica.store)
    // It says that it never signed what it is shown: its own key says otherwise, but it does not own up to a restore.
    const other = committeeWorld()
    const liar = serving(other.store, other.devices.chair, clock())
    const again = connect(anne, { ...liar, publicKey: liar.publicKey })
    await settle([again])
    expect(anne.events).toContainEqual({ kind: 'broken', log: 'centre', why: 'another history' })
    expect(again.isCut()).toBe(true)
    expect(rowsOf(anne.replica.store)).toEqual(kept)
  })

  test('[EX14] who is given other rights takes a whole copy anew, also when it is cut in between', async () => {
    const world = committeeWorld()
    const centre = serving(world.store, world.devices.chair, clock())
    for (let frames = 0; frames < 8; frames++) {
      const anne = follower(world, 'anne', clock())
      const line = connect(anne, centre)
      await settle([line])
      world.act('admin', 'control', {
        k: 'mandate.give@1',
        e: `mandate/more-${frames}`,
        d: { user: 'u-anne', role: 'chair', memberId: null, dossiers: [] },
      })
      centre.exchange.appended()
      await new Promise(setImmediate)
      for (let i = 0; i < frames; i++) {
        line.deliver(line.waiting('device') > 0 ? 'device' : 'authority')
        await new Promise(setImmediate)
      }
      line.cut()
      await settle([connect(anne, centre)])
      expect(anne.events).toContainEqual({ kind: 'taking-anew', log: 'centre' })
      expect(anne.replica.store.row('anew', 'centre')).toBe(null)
      expect(seen(anne, centre).copy).toEqual(seen(anne, centre).truth)
      anne.exchange.close()
      world.act('admin', 'control', { k: 'mandate.end@1', e: `mandate/more-${frames}`, d: {} })
    }
  })
})
