import { BrowserWindow, type Display, screen, type WebContents } from 'electron'
import { appStartUrl } from './appOrigin.ts'
import { lockedPage } from './lockedPage.ts'

/** The window of the wall: at most one, on the second screen when there is one. It only ever shows; closing it closes nothing else. */
export interface ProjectionScreen {
  open(sessionId: string): void
  /** The content of the window, null while there is none. */
  contents(): WebContents | null
  close(): void
}

/**
 * When its screen is unplugged the window goes away, rather than jump over the secretary's own; plugged in again, the
 * same screen or another second one shows it again. Closed by hand, it stays closed.
 */
export function projectionScreen(
  preloadPath: string,
  iconPath: string,
  mainWindow: () => BrowserWindow | null,
): ProjectionScreen {
  let window: BrowserWindow | null = null
  /** What is shown, where: kept while the screen is unplugged. */
  let wanted: { readonly sessionId: string; readonly displayId: number | null } | null = null

  const secondDisplay = (): Display | null => {
    const main = mainWindow()
    const own = main === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(main.getBounds())
    const others = screen.getAllDisplays().filter(({ id }) => id !== own.id)
    return others.find(({ id }) => id === wanted?.displayId) ?? others[0] ?? null
  }
  const takeAway = (): void => {
    const gone = window
    window = null
    gone?.close()
  }
  const show = (sessionId: string): void => {
    const display = secondDisplay()
    wanted = { sessionId, displayId: display?.id ?? null }
    const shown = createWindow(preloadPath, iconPath, display)
    window = shown
    shown.once('closed', () => {
      // Taken away by the program, it is awaited again; closed by a person, it is not.
      if (window !== shown) return
      window = null
      wanted = null
    })
    // Served from our own disk: only a window closed while it loads aborts it, and that is no incident.
    shown.loadURL(`${appStartUrl}#/projection/${encodeURIComponent(sessionId)}`).catch(() => {})
  }

  screen.on('display-removed', (_event, display) => {
    if (window !== null && wanted?.displayId === display.id) takeAway()
  })
  screen.on('display-added', () => {
    if (window === null && wanted !== null) show(wanted.sessionId)
  })
  return {
    open: (sessionId) => {
      if (window !== null && wanted?.sessionId === sessionId) return window.focus()
      takeAway()
      show(sessionId)
    },
    contents: () => (window === null || window.isDestroyed() ? null : window.webContents),
    close: () => {
      wanted = null
      takeAway()
    },
  }
}

/** Frameless and full screen on a second screen; alone, an ordinary window that one drags where the wall is. */
function createWindow(preloadPath: string, iconPath: string, display: Display | null): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Délibéré : projection',
    icon: iconPath,
    show: false,
    backgroundColor: '#101418',
    ...(display === null
      ? { width: 1280, height: 720 }
      : { ...display.bounds, frame: false, fullscreen: true }),
    webPreferences: lockedPage(preloadPath),
  })
  // Its keys would undo an act or lock the file from the wall.
  window.removeMenu()
  // The keyboard stays with the secretary.
  window.once('ready-to-show', () => window.showInactive())
  return window
}
