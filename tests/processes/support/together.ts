import type { ChaosLine } from './chaosLine.ts'
import type { Seat } from './seat.ts'
import { patienceMs, settled, type Town } from './town.ts'

/** By the code on the screen of the hub, each through the bad line, until he is inside. */
export async function enter(who: readonly Seat[], hub: Seat, roomLine: ChaosLine): Promise<void> {
  for (const each of who) {
    const until = Date.now() + patienceMs
    for (;;) {
      const state = await hub.get('room.state', {})
      const answer = await each.ask('room.join', {
        by: 'code',
        code: state?.door?.code ?? '',
        address: `127.0.0.1:${roomLine.port}`,
      })
      if (answer !== 'unknown' && answer.ok) break
      if (Date.now() > until) throw new Error(`${each.name}: room.join: ${JSON.stringify(answer)}`)
      await pause(500)
    }
  }
}

/** The room is over for everybody. */
export async function returned({ seats }: Town): Promise<void> {
  for (const each of seats) await each.get('sync.now', {})
  await Promise.all(
    seats.map((each) => each.laptop().until('room.state', {}, (room) => room === null, patienceMs)),
  )
}

/** Nothing more to send anywhere, and everybody has heard what the others sent. */
export async function quiet(seats: readonly Seat[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const each of seats) await each.get('sync.now', {})
    const heard = await Promise.allSettled(seats.map((each) => settled(each)))
    const stuck = heard.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    if (stuck.length > 0) throw new Error(stuck.join('\n'))
  }
  await pause(1_500)
}

const pause = (delayMs: number): Promise<void> => new Promise((next) => setTimeout(next, delayMs))
