import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { HostEvent, InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'

/** A laptop of somebody, run as a process of its own with its own settings and its own key. */
export interface Laptop {
  /** Of whom, for messages. */
  readonly name: string
  readonly child: ChildProcess
  /** Asks what a screen would ask. Rejects when the process ends before it answers. */
  readonly dispatcher: Dispatcher
  /** Asks again at each event, and every half second, until the answer is as wished. Rejects after the patience. */
  until<N extends ProcedureName>(
    procedure: N,
    input: InputOf<N>,
    isAsWished: (answer: OutputOf<N>) => boolean,
    patienceMs?: number,
  ): Promise<OutputOf<N>>
  /** Closes the file, then the process. */
  shut(): Promise<void>
  /** As when the battery is pulled out. */
  kill(): Promise<void>
}

export interface Asked {
  readonly id: number
  readonly procedure: string
  readonly input: unknown
}

export type Told =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Result<unknown> }
  | { readonly kind: 'event'; readonly event: HostEvent }

/** How its process is started, where that is not as usual. */
export interface Launch {
  /** A program and its arguments, which ends as what follows them: a small disk of its own. */
  readonly within?: readonly string[]
  /** Modules that are loaded first: another version of the program. */
  readonly imports?: readonly string[]
}

/** @param userDataDir settings and machine id of this laptop: another folder is another laptop. */
export function openLaptop(
  name: string,
  userDataDir: string,
  { within = [], imports = [] }: Launch = {},
): Laptop {
  const [execPath = process.execPath, ...execArgv] = [
    ...within,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    ...imports.map((module) => `--import=${module}`),
  ]
  const child = fork(join(import.meta.dirname, 'laptopProcess.ts'), [], {
    ...{ execPath, execArgv, serialization: 'advanced' },
    env: { ...process.env, DELIBERE_USER_DATA: userDataDir },
  })
  const waiting = new Map<number, { resolve(answer: Result<unknown>): void; reject(error: Error): void }>()
  const listeners = new Set<(event: HostEvent) => void>()
  let asked = 0
  let hasEnded = false
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  child.on('message', (told: Told) => {
    if (told.kind === 'event') {
      for (const listener of [...listeners]) listener(told.event)
      return
    }
    waiting.get(told.id)?.resolve(told.answer)
    waiting.delete(told.id)
  })
  child.once('exit', (code, signal) => {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(new Error(`${name}: ended (${code ?? signal})`))
    waiting.clear()
  })

  const ask = (procedure: string, input: unknown): Promise<Result<unknown>> =>
    new Promise((resolve, reject) => {
      if (hasEnded || !child.connected) return reject(new Error(`${name}: ended`))
      const id = ++asked
      waiting.set(id, { resolve, reject })
      child.send({ id, procedure, input } satisfies Asked)
    })

  const shut = async (): Promise<void> => {
    if (child.connected) child.disconnect()
    await ended
  }
  const dispatcher: Dispatcher = {
    // The other process answers what the handler of that procedure answers.
    call: (procedure, input) => ask(procedure, input) as Promise<Result<OutputOf<typeof procedure>>>,
    ask,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: shut,
  }

  return {
    name,
    child,
    dispatcher,
    shut,
    until: (procedure, input, isAsWished, patienceMs = 30_000) =>
      new Promise((resolve, reject) => {
        let isLooking = false
        let last: unknown = null
        const stop = (): void => {
          listeners.delete(look)
          clearInterval(beat)
          clearTimeout(patience)
        }
        const look = (): void => {
          if (isLooking) return
          isLooking = true
          dispatcher.call(procedure, input).then(
            (answer) => {
              isLooking = false
              last = answer
              if (!answer.ok || !isAsWished(answer.value)) return
              stop()
              resolve(answer.value)
            },
            (error: Error) => {
              stop()
              reject(error)
            },
          )
        }
        const beat = setInterval(look, 500)
        const patience = setTimeout(() => {
          stop()
          reject(new Error(`${name}: ${procedure} stayed as ${JSON.stringify(last)}`))
        }, patienceMs)
        listeners.add(look)
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
