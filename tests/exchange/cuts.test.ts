import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  committeeWorld,
  dossierRegistered,
  mark,
  recusalDeclared,
  sheetScope,
} from '../operations/support/committee.ts'
import type { Line } from './support/line.ts'
import {
  breathe,
  type Clock,
  connect,
  type Following,
  follower,
  type Serving,
  seen,
  serving,
  settle,
} from './support/meeting.ts'

const clock = (): Clock => ({ ms: 1_780_000_000_000 })

/** Two members who write beside one another, one of whom becomes recused; the secretariat writes too. */
async function meeting(): Promise<{
  readonly centre: Serving
  readonly anne: Following
  readonly bruno: Following
}> {
  const world = committeeWorld()
  const centre = serving(world.store, world.devices.chair, clock())
  const anne = follower(world, 'anne', clock())
  const bruno = follower(world, 'bruno', clock())
  for (const n of [1, 2, 3]) anne.replica.write(sheetScope(n, 'm-anne'), mark(n, 'm-anne', 500 * n))
  anne.replica.write('recusal/m-anne', recusalDeclared(2, 'm-anne'))
  anne.replica.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 100))
  for (const n of [1, 3]) bruno.replica.write(sheetScope(n, 'm-bruno'), mark(n, 'm-bruno', 700))
  world.act('secretary', 'dossier/dos-4', dossierRegistered(4))
  return { centre, anne, bruno }
}

/** Carries so many frames, the ways in turn as `choose` says, then cuts. */
async function carryThenCut(lines: readonly Line[], frames: number, choose: () => number): Promise<boolean> {
  for (let carried = 0; carried < frames; carried++) {
    await breathe()
    const ways = lines.flatMap((line) =>
      (['authority', 'device'] as const).flatMap((to) => (line.waiting(to) > 0 ? [{ line, to }] : [])),
    )
    const way = ways[choose() % Math.max(1, ways.length)]
    if (way === undefined) return true
    way.line.deliver(way.to)
  }
  for (const line of lines) line.cut()
  return false
}

function expectAgreed(centre: Serving, devices: readonly Following[]): void {
  for (const device of devices) {
    const { copy, truth } = seen(device, centre)
    expect(copy).toEqual(truth)
    const own = device.replica.store.row('ownHead', 'own')
    expect(centre.rows.row('chain', `d-${device.person}`)?.seq).toBe(own?.seq)
    expect(device.replica.store.row('cursor', 'centre')?.g).toBe(centre.rows.row('log', 'log')?.g)
    expect(device.exchange.counters()).toMatchObject({ toSend: 0, inFlight: 0 })
    // Every commit has its verdict, and the refused one alone is to be put right.
    const rulings = [...device.replica.store.scan('own')].map(([, { ruling }]) => ruling?.verdict)
    expect(rulings.filter((verdict) => verdict === undefined)).toEqual([])
    expect(device.events.filter(({ kind }) => kind === 'incident' || kind === 'broken')).toEqual([])
  }
  expect([...(devices[0]?.replica.store.scan('toRegularise') ?? [])]).toHaveLength(1)
}

describe('cuts', () => {
  test('[EX12] at every boundary of a frame: nothing is lost, nothing twice, all agree in the end', async () => {
    let isOver = false
    let cuts = 0
    for (let frames = 0; !isOver; frames++) {
      const { centre, anne, bruno } = await meeting()
      isOver = await carryThenCut([connect(anne, centre), connect(bruno, centre)], frames, () => 0)
      await breathe()
      await settle([connect(anne, centre), connect(bruno, centre)])
      expectAgreed(centre, [anne, bruno])
      cuts = frames
    }
    expect(cuts).toBeGreaterThan(15)
  })

  test('[EX12] anywhere, again and again, frames of several lines in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 25 }), { maxLength: 5 }),
        fc.infiniteStream(fc.nat({ max: 7 })),
        async (pieces, choices) => {
          const { centre, anne, bruno } = await meeting()
          const choose = (): number => choices.next().value ?? 0
          for (const frames of pieces) {
            await carryThenCut([connect(anne, centre), connect(bruno, centre)], frames, choose)
            bruno.replica.write(sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 900))
            bruno.exchange.sealed()
          }
          const lines = [connect(anne, centre), connect(bruno, centre)]
          await settle(lines, choose)
          expectAgreed(centre, [anne, bruno])
        },
      ),
      { numRuns: 25 },
    )
  })
})
