/**
 * A double of the `electron` module for the main process: the names our hosts use, over Node and the
 * Chromium of this machine. What it cannot show (operating system sandbox, fuses, real key store,
 * native dialogs and menus) belongs to the specs tagged @real.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browserWindow.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipcMain.ts'
export { Menu } from './menu.ts'
export { protocol } from './protocol.ts'
export { safeStorage } from './safeStorage.ts'
export { screen } from './screen.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'

import { answerTheTest } from './answerTheTest.ts'

answerTheTest()
