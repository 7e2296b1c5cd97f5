import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { rootDir } from './rootDir.ts'

export interface LaunchedBrowserHost {
  readonly kind: 'browser'
  readonly page: Page
  readonly userDataDir: string
  /** Folder where the host keeps `.delibere` files. */
  readonly filesDir: string
  /** The one-time address, already used by `page`. */
  readonly entryUrl: string
  close(): Promise<void>
  /** Ends the host at once, as a power cut would. The folder stays, to be started from again. */
  kill(): Promise<void>
}

/** Starts the built browser host and follows its one-time address in Chromium. */
export async function launchBrowserHost({
  file,
  env = {},
  userDataDir = mkdtempSync(join(tmpdir(), 'delibere-browser-')),
}: {
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
  /** This person's folder; a new one when not given. Removed by `close`. */
  readonly userDataDir?: string
} = {}): Promise<LaunchedBrowserHost> {
  const filesDir = join(userDataDir, 'files')
  const child = spawn(
    process.execPath,
    [join(rootDir, 'out', 'main', 'browser.js'), ...(file === undefined ? [] : [file])],
    {
      cwd: rootDir,
      env: {
        ...process.env,
        DELIBERE_NO_BROWSER: '1',
        ...env,
        DELIBERE_USER_DATA: userDataDir,
        DELIBERE_FILES: filesDir,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const entryUrl = await printedAddress(child)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(entryUrl)
  return {
    kind: 'browser',
    page,
    userDataDir,
    filesDir,
    entryUrl,
    async close() {
      await browser.close()
      child.kill('SIGINT')
      await exited
      rmSync(userDataDir, { recursive: true, force: true })
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      await browser.close()
    },
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk) => {
      printed += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+\S+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.on('exit', (code) => reject(new Error(`The browser host left with code ${code}:\n${printed}`)))
  })
}
