import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import { type Laptop, type Launch, openLaptop } from '../../../scripts/laptops/openLaptop.ts'

export const passphrase = 'quatre mots sans rapport'

/** `unknown`: the laptop ended before it answered; what was asked was done, or was not. */
export type Answer<T> = Result<T> | 'unknown'

/** One laptop of somebody, through all the lives of its process. */
export interface Seat {
  /** `membre-3`; a second laptop of the same person `membre-3-bis`. */
  readonly name: string
  /** Those of one person bear the same: same rights, same sight. */
  readonly person: string
  readonly role: 'secretariat' | 'chair' | 'member'
  readonly memberId: string | null
  readonly path: string
  readonly settings: string
  /** False from a kill until it is open again. */
  isUp(): boolean
  laptop(): Laptop
  ask<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>>
  /** What must succeed. */
  get<N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>>
  freeze(): void
  thaw(): void
  /** SIGKILL; frozen or not. */
  kill(): Promise<void>
  /** Starts the application again, of another version or elsewhere when it says so, and opens the file. */
  reopen(launch?: Launch): Promise<void>
  /** Closes file and process as a person does; one that does not end is killed. */
  shut(): Promise<void>
}

export interface SeatWish {
  readonly name: string
  readonly person: string
  readonly role: Seat['role']
  readonly memberId: string | null
  readonly folder: string
  readonly launch?: Launch
}

export function seat({ folder, launch = {}, ...who }: SeatWish): Seat {
  const own = join(folder, who.name)
  mkdirSync(own, { recursive: true })
  const path = join(own, 'comite.delibere')
  const settings = join(own, 'reglages')
  let laptop = openLaptop(who.name, settings, launch)
  let isUp = true

  const ask: Seat['ask'] = async (procedure, input) => {
    if (!isUp) return 'unknown'
    return laptop.dispatcher.call(procedure, input).catch(() => 'unknown' as const)
  }
  return {
    ...who,
    path,
    settings,
    isUp: () => isUp,
    laptop: () => laptop,
    ask,
    get: async (procedure, input) => {
      const answer = await laptop.dispatcher.call(procedure, input)
      if (!answer.ok) throw new Error(`${who.name}: ${procedure}: ${JSON.stringify(answer.refusal)}`)
      return answer.value
    },
    freeze: () => void laptop.child.kill('SIGSTOP'),
    thaw: () => void laptop.child.kill('SIGCONT'),
    kill: async () => {
      isUp = false
      await laptop.kill()
    },
    reopen: async (other = launch) => {
      laptop = openLaptop(who.name, settings, other)
      const secret = { kind: 'passphrase', text: passphrase } as const
      const opened = await laptop.dispatcher.call('file.open', { path, secret, remember: false })
      if (!opened.ok) throw new Error(`${who.name}: file.open: ${JSON.stringify(opened.refusal)}`)
      isUp = true
    },
    shut: async () => {
      isUp = false
      laptop.child.kill('SIGCONT')
      const patience = setTimeout(() => void laptop.kill(), patienceMs)
      await laptop.shut()
      clearTimeout(patience)
    },
  }
}

const patienceMs = 30_000
