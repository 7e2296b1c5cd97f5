import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The central server, run as its administrator runs it. */
export interface RunningServer {
  readonly origin: string
  readonly pid: number
  /** What the first start shows once, to paste in the application; null at later starts. */
  readonly invitation: string | null
  /** Everything that it wrote. */
  output(): string
  signal(signal: NodeJS.Signals): void
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
  /** As when the current fails. */
  kill(): Promise<void>
}

export interface ServerWish {
  readonly dataFolder: string
  /** `127.0.0.1:0` for any free port. */
  readonly listen: string
  readonly environment?: Readonly<Record<string, string>>
  /** A program and its arguments, which ends as what follows them: a small disk of its own. */
  readonly within?: readonly string[]
}

/** Settles when it listens. Rejects with what it wrote when it ends before. */
export async function openServer({
  dataFolder,
  listen,
  environment = {},
  within = [],
}: ServerWish): Promise<RunningServer> {
  const isFirst = !existsSync(join(dataFolder, 'server.db'))
  const main = join(import.meta.dirname, '..', '..', 'src-server', 'main.ts')
  const [program = '', ...words] = [
    ...within,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    `--import=${join(import.meta.dirname, 'endWithParent.ts')}`,
    main,
  ]
  const child = spawn(program, words, {
    env: {
      ...process.env,
      DELIBERE_SERVER_DATA: dataFolder,
      DELIBERE_SERVER_LISTEN: listen,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        text += chunk
        if (text.includes(isFirst ? 'Il sert une fois' : 'Données : ')) resolve()
      })
    child.once('close', () => reject(new Error(text)))
  })
  return {
    pid: child.pid ?? 0,
    origin: /^Adresse : (\S+)$/m.exec(text)?.[1] ?? '',
    invitation: /^Invitation à coller dans l’application : (\S+)$/m.exec(text)?.[1] ?? null,
    output: () => text,
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
