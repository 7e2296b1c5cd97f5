import { BrowserWindow } from 'electron'
import { appStartUrl } from './appOrigin.ts'

/** The one window of the application, shown once its first page is painted. */
export function createMainWindow(preloadPath: string, iconPath: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Délibéré',
    icon: iconPath,
    width: 1280,
    height: 820,
    minWidth: 880,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Names of people and of communes would be sent to a remote dictionary service.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(appStartUrl)
  return window
}
