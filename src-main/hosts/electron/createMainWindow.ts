import { BrowserWindow } from 'electron'
import { appStartUrl } from './appOrigin.ts'
import { lockedPage } from './lockedPage.ts'

/** The window of the application, shown once its first page is painted. */
export function createMainWindow(preloadPath: string, iconPath: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Délibéré',
    icon: iconPath,
    width: 1280,
    height: 820,
    minWidth: 880,
    minHeight: 600,
    show: false,
    webPreferences: lockedPage(preloadPath),
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(appStartUrl)
  return window
}
