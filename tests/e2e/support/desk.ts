import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type LaunchedApp, launchApp } from '#tests/support/launchApp.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'

type Press = () => Promise<void>

/** One person before the application. The hosts show the same screens and differ only in how files pass. */
export interface Desk {
  readonly page: Page
  /** Presses what asks for a file to read, and gives this one. */
  giveFile(path: string, press: Press): Promise<void>
  /** Presses what creates a committee's file, and lets it be kept under that name. */
  keepFile(name: string, press: Press): Promise<void>
  /** Presses what exports a document; answers the path of what was written. */
  takeDocument(name: string, press: Press): Promise<string>
  /** The process dies as in a power cut, then is started again. */
  cutPower(): Promise<void>
  close(): Promise<void>
}

/** Main, preload and screens: on the double, or on real Electron when ELECTRON_BIN names one. */
export async function openWindowDesk(): Promise<Desk> {
  const folder = newFolder()
  const userDataDir = join(folder, 'user')
  let app: LaunchedApp = await launchApp({ userDataDir })
  const saveTo = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) })
    }, path)
  return {
    get page() {
      return app.page
    },
    async giveFile(path, press) {
      await app.evaluate(({ dialog }, filePath) => {
        Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [filePath] }) })
      }, path)
      await press()
    },
    async keepFile(name, press) {
      await saveTo(join(folder, name))
      await press()
    },
    async takeDocument(name, press) {
      await saveTo(join(folder, name))
      await press()
      return join(folder, name)
    },
    async cutPower() {
      await app.kill()
      app = await launchApp({ userDataDir })
    },
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The screens in a browser, served by the host on 127.0.0.1. */
export async function openBrowserDesk(): Promise<Desk> {
  const folder = newFolder()
  const userDataDir = join(folder, 'user')
  let host = await launchBrowserHost({ userDataDir })
  return {
    get page() {
      return host.page
    },
    async giveFile(path, press) {
      await press()
      await host.page.locator('.host-file-dialog input[type=file]').setInputFiles(path)
    },
    keepFile: (_name, press) => press(),
    async takeDocument(name, press) {
      const downloading = host.page.waitForEvent('download')
      await press()
      const path = join(folder, name)
      await (await downloading).saveAs(path)
      return path
    },
    async cutPower() {
      await host.kill()
      host = await launchBrowserHost({ userDataDir })
    },
    async close() {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-desk-'))
  mkdirSync(join(folder, 'user'))
  return folder
}
