import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipcMain.ts'
import { Menu } from './menu.ts'
import { recordedCalls } from './recorder.ts'
import { safeStorage } from './safeStorage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'

const reachable = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  safeStorage,
  screen,
  session,
  shell,
  recordedCalls,
}

/** What a function evaluated in the main process receives; real Electron gives its module instead. */
export type MainProcess = typeof reachable

interface Order {
  readonly id: number
  readonly source?: string
  readonly argument?: unknown
  readonly quit?: boolean
}

/** The test's remote control, over the channel of the forked process. */
export function answerTheTest(): void {
  process.on('message', (order: Order) => void obey(order))
  // A test runner that dies would otherwise leave this process and its Chromium behind.
  process.on('disconnect', () => app.quit())
  void app.whenReady().then(() => process.send?.({ ready: true }))
}

async function obey({ id, source, argument, quit }: Order): Promise<void> {
  if (quit) return app.quit()
  if (source === undefined) return
  try {
    // Functions do not travel between processes; their text does, as with Playwright's own `evaluate`.
    const evaluated: (main: MainProcess, argument: unknown) => unknown = new Function(`return (${source})`)()
    process.send?.({ id, value: await evaluated(reachable, argument) })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
}
