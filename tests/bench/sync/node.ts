import { type ChildProcess, fork } from 'node:child_process'

/** One process of a topology, asked over its channel. */
export interface BenchNode {
  ask<T>(task: string, asked?: unknown): Promise<T>
  readonly pid: number
  stop(): Promise<void>
}

/** @param script a file that answers (`answering`). */
export function startNode(script: string): BenchNode {
  const child = fork(script, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let asked = 0
  const waiting = new Map<number, { settle(value: unknown): void; fail(error: Error): void }>()
  child.on(
    'message',
    (message: { readonly id: number; readonly value?: unknown; readonly failure?: string }) => {
      const one = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.failure === undefined) one?.settle(message.value)
      else one?.fail(new Error(message.failure))
    },
  )
  child.on('exit', (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`${script} ended with ${code}`))
  })
  return {
    pid: child.pid ?? 0,
    ask: <T>(task: string, what?: unknown) =>
      new Promise<T>((settle, fail) => {
        asked += 1
        waiting.set(asked, { settle: settle as (value: unknown) => void, fail })
        child.send({ id: asked, task, asked: what })
      }),
    stop: () => stopped(child),
  }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}
