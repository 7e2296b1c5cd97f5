import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import type { LaunchedApp } from '../launchApp.ts'
import { rootDir } from '../rootDir.ts'

const FIRST_PAGE_MS = 20_000

/** Starts the built main process on the double, and joins its Chromium. */
export async function launchDouble({
  args,
  env,
}: {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}): Promise<Omit<LaunchedApp, 'userDataDir'>> {
  const port = await freePort()
  const child = fork(join(rootDir, 'out', 'main', 'index.js'), args, {
    cwd: rootDir,
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('./register.mjs', import.meta.url).href,
    ],
    env: { ...process.env, ...env, ELECTRON_DOUBLE_PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  await ready(child)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  return {
    kind: 'double',
    page: await firstPage(browser),
    evaluate: remoteControl(child),
    async close() {
      if (child.connected) child.send({ id: 0, quit: true })
      await exited
      await browser.close().catch(() => undefined)
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      // A killed process cannot close its Chromium, as it would have.
      await closeOutright(browser).catch(() => undefined)
    },
  }
}

async function closeOutright(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  await session.send('Browser.close')
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) =>
      reject(new Error(`The main process left with code ${code} before it was ready.`)),
    )
  })
}

function remoteControl(child: ChildProcess): LaunchedApp['evaluate'] {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    const order = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) order?.resolve(value)
    else order?.reject(new Error(error))
  })
  return ((work: unknown, argument: unknown) =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      child.send({ id: lastId, source: String(work), argument })
    })) as LaunchedApp['evaluate']
}

/** Our page, once the application has asked for it: the connection sees it a moment later than the application. */
async function firstPage(browser: Browser): Promise<Page> {
  const deadline = Date.now() + FIRST_PAGE_MS
  while (Date.now() < deadline) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const ours = pages.find((page) => page.url().includes('-scheme.test'))
    if (ours !== undefined) {
      await ours.waitForLoadState()
      return ours
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The application opened no page.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      )
    })
  })
}
