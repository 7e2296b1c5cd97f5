import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { rootDir } from '#tests/support/rootDir.ts'

/** A real process of the server, as the administrator starts it. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** Everything that it wrote so far, both streams. */
  output(): string
  /** Waits until it wrote this; the groups of the first match. Fails when the process ends before. */
  wrote(pattern: RegExp): Promise<readonly string[]>
  /** Its exit code, once it ended; the signal when one killed it. */
  ended(): Promise<number | string | null>
}

export function serverProcess(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  script = 'src-server/main.ts',
  root = rootDir,
): ServerProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, script), ...command],
    { cwd: root, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let text = ''
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  let end: number | string | null | undefined
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk
      tell()
    })
  child.on('close', (code, signal) => {
    end = code ?? signal
    tell()
  })
  const until = <T>(ready: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const value = ready()
        if (value === undefined && end === undefined) return
        listeners.delete(look)
        if (value === undefined) reject(new Error(`the server ended (${end}):\n${text}`))
        else resolve(value)
      }
      listeners.add(look)
      look()
    })
  return {
    child,
    output: () => text,
    wrote: (pattern) => until(() => pattern.exec(text)?.slice(1)),
    ended: () =>
      new Promise((resolve) => {
        const look = () => {
          if (end !== undefined) resolve(end)
        }
        listeners.add(look)
        look()
      }),
  }
}
