import type { Chance } from '#tests/simulator/kernel/chance.ts'
import type { ChaosLine } from './chaosLine.ts'
import type { Seat } from './seat.ts'

export interface StormWish {
  readonly chance: Chance
  readonly lines: readonly ChaosLine[]
  /** Those that may be frozen and killed. */
  readonly seats: readonly Seat[]
  /** Null where the server is not there. */
  readonly server: {
    kill(): Promise<void>
    start(): Promise<void>
    signal(signal: NodeJS.Signals): void
  } | null
  readonly blows: number
}

/** What was done to them, by kind. */
export type Blows = Readonly<Record<string, number>>

/** Faults one after the other, drawn by chance. When it ends everything runs again and every line carries. */
export async function storm({ chance, lines, seats, server, blows }: StormWish): Promise<Blows> {
  const told: Record<string, number> = {}
  const mending: Promise<void>[] = []
  const busy = new Set<Seat>()
  const line = (): ChaosLine => chance.pick(lines)
  const kinds = {
    cut: async () => line().cut(0.3 + chance.unit() * 0.7),
    stall: async () => {
      const one = line()
      one.stall(chance.unit())
      await pause(500 + chance.below(2_500))
      one.heal()
    },
    slow: async () => {
      const one = line()
      one.slow(1 + chance.below(20))
      await pause(500 + chance.below(2_500))
      one.heal()
    },
    freeze: async () => {
      const one = drawn()
      if (one === null) return
      one.freeze()
      mending.push(
        pause(500 + chance.below(4_000)).then(() => {
          one.thaw()
          busy.delete(one)
        }),
      )
    },
    kill: async () => {
      const one = drawn()
      if (one === null) return
      await one.kill()
      mending.push(
        pause(chance.below(2_000))
          .then(() => one.reopen())
          .then(() => void busy.delete(one)),
      )
    },
    'kill the server': async () => {
      if (server === null) return
      await server.kill()
      await pause(chance.below(1_500))
      await server.start()
    },
    'freeze the server': async () => {
      if (server === null) return
      server.signal('SIGSTOP')
      await pause(500 + chance.below(2_500))
      server.signal('SIGCONT')
    },
  } satisfies Record<string, () => Promise<void>>
  const names = Object.keys(kinds) as (keyof typeof kinds)[]
  const possible = server === null ? names.filter((name) => !name.endsWith('server')) : names

  for (let blow = 0; blow < blows; blow++) {
    const name = chance.pick(possible)
    told[name] = (told[name] ?? 0) + 1
    await kinds[name]()
    await pause(200 + chance.below(600))
  }
  for (const one of lines) one.heal()
  await Promise.all(mending)
  return told

  function drawn(): Seat | null {
    const free = seats.filter((each) => each.isUp() && !busy.has(each))
    if (free.length === 0) return null
    const one = chance.pick(free)
    busy.add(one)
    return one
  }
}

const pause = (delayMs: number): Promise<void> => new Promise((next) => setTimeout(next, delayMs))
