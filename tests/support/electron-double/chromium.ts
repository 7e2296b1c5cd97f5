import { type Browser, type BrowserContext, chromium } from 'playwright'
import { serveRequest } from './protocol.ts'

// One Chromium per double, that is per process: the double stands for one running application.
let opening: Promise<{ browser: Browser; context: BrowserContext }> | null = null

/** The port lets the test drive the same Chromium through its own connection. */
export function openChromium(): Promise<{ browser: Browser; context: BrowserContext }> {
  opening ??= launch()
  return opening
}

export async function closeChromium(): Promise<void> {
  const opened = await opening
  await opened?.browser.close().catch(() => undefined)
}

async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--remote-debugging-port=${process.env.ELECTRON_DOUBLE_PORT ?? '0'}`,
    ],
  })
  const context = await browser.newContext({ viewport: null, acceptDownloads: true })
  await context.route('**/*', serveRequest)
  return { browser, context }
}
