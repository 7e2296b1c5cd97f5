import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { MainProcess } from './electron-double/answerTheTest.ts'
import { launchDouble } from './electron-double/launchDouble.ts'
import { launchElectron } from './launchElectron.ts'

export interface LaunchOptions {
  /** A `.delibere` file to open, as a double click would. */
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
  /** This person's folder; a new one, removed at the end, when not given. */
  readonly userDataDir?: string
}

export interface LaunchedApp {
  readonly kind: 'double' | 'electron'
  readonly page: Page
  readonly userDataDir: string
  /** Runs a function in the main process, for instance to answer a dialog: `({ dialog }) => { dialog.showOpenDialog = … }`. */
  evaluate<Argument, Value>(
    work: (main: MainProcess, argument: Argument) => Value | Promise<Value>,
    argument: Argument,
  ): Promise<Value>
  close(): Promise<void>
  /** Ends the process at once, as a power cut would. This person's folder stays, to be started from again. */
  kill(): Promise<void>
}

/** Starts the built application: on real Electron when ELECTRON_BIN names one, otherwise on the double. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'delibere-app-'))
  const launching = {
    args: options.file === undefined ? [] : [options.file],
    env: { ...options.env, DELIBERE_USER_DATA: userDataDir },
  }
  const electron = process.env.ELECTRON_BIN
  const app = await (electron ? launchElectron(electron, launching) : launchDouble(launching))
  return {
    ...app,
    userDataDir,
    async close() {
      await app.close()
      if (options.userDataDir === undefined) rmSync(userDataDir, { recursive: true, force: true })
    },
  }
}
