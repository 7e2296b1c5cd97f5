import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { rootDir } from '#tests/support/rootDir.ts'

/** A real central server, in a process and a folder of its own. */
export interface CentreProcess {
  /** What the first start showed, to paste. */
  readonly invitation: string
  /** All that it keeps. */
  readonly folder: string
  stop(): Promise<void>
  /** On the same folder and port. */
  startAgain(): Promise<void>
}

export async function centreProcess(): Promise<CentreProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-centre-'))
  const port = await freePort()
  let running: ChildProcess | null = null
  let invitation = ''

  async function start(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(rootDir, 'src-server', 'main.ts')],
      {
        cwd: rootDir,
        env: {
          ...process.env,
          DELIBERE_SERVER_DATA: folder,
          DELIBERE_SERVER_LISTEN: `127.0.0.1:${port}`,
          DELIBERE_SERVER_LOG: 'silent',
          DELIBERE_SERVER_ANONYMOUS_PER_MINUTE: '10000',
          DELIBERE_SERVER_REQUESTS_PER_MINUTE: '100000',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    running = child
    let said = ''
    await new Promise<void>((ready, fail) => {
      const hear = (chunk: Buffer): void => {
        said += String(chunk)
        invitation ||= /Invitation[^:]*: (\S+)/.exec(said)?.[1] ?? ''
        if (/Données : .*\n/.test(said) && invitation !== '') ready()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', () => fail(new Error(`the server ended: ${said}`)))
    })
  }
  async function stop(): Promise<void> {
    const child = running
    running = null
    if (child === null || child.exitCode !== null) return
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill('SIGTERM')
    await ended
  }

  await start()
  onTestFinished(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get invitation() {
      return invitation
    },
    folder,
    stop,
    startAgain: start,
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => found(port))
    })
  })
}
