import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu } from 'electron'
import { compose } from '../../composition/compose.ts'
import { delibereFileIn } from '../delibereFileIn.ts'
import { leaveRoomQuestion } from '../leaveRoomQuestion.ts'
import { recordIncident } from '../recordIncident.ts'
import type { ShellEvent } from '../shellEvents.ts'
import { answerCalls } from './answerCalls.ts'
import { applicationMenu } from './applicationMenu.ts'
import { eventChannel } from './channels.ts'
import { closeDoors } from './closeDoors.ts'
import { createMainWindow } from './createMainWindow.ts'
import { electronServices } from './electronServices.ts'
import { leaveWithCare } from './leaveWithCare.ts'
import { projectionScreen } from './projectionScreen.ts'
import { serveScreens } from './serveScreens.ts'

/**
 * Opens the window and joins it to the use cases.
 * @param builtDir folder of the build, holding `preload/`, `renderer/` and `resources/`
 */
export async function openApplication(builtDir: string): Promise<void> {
  app.on('window-all-closed', () => app.quit())
  const fileToOpen = fileAskedForAtStart()
  await app.whenReady()
  closeDoors()
  serveScreens(join(builtDir, 'renderer'))

  const resourcesDir = join(builtDir, 'resources')
  const preloadPath = join(builtDir, 'preload', 'index.cjs')
  const iconPath = join(builtDir, '..', 'resources', 'icons', '256x256.png')
  let main: BrowserWindow | null = null
  const projection = projectionScreen(preloadPath, iconPath, () => main)
  const services = electronServices(resourcesDir, fileToOpen(), {
    // A dialog asks on the secretary's screen, wherever the keyboard is.
    main: () => main,
    openProjection: projection.open,
  })
  const dispatcher = compose(services)
  const window = createMainWindow(preloadPath, iconPath)
  main = window
  window.once('closed', () => {
    main = null
    // The wall alone would keep the application, and the file, open behind it.
    projection.close()
  })
  const stopAnswering = answerCalls(window, projection, dispatcher, services.userDataDir)
  const tell = (event: ShellEvent) => window.webContents.send(eventChannel, event)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(applicationMenu((command) => tell({ kind: 'menu', command }), process.platform)),
  )
  openFilesAskedFor(window, tell)
  leaveWithCare({
    app,
    window,
    mayLeave: async () => {
      const room = await dispatcher.call('room.state', {})
      const question = leaveRoomQuestion(room.ok ? room.value : null)
      if (question === null || window.isDestroyed()) return true
      const { message, detail, buttons } = question
      const asked = {
        type: 'warning' as const,
        message,
        detail,
        buttons: [...buttons],
        defaultId: 0,
        cancelId: 0,
      }
      return (await dialog.showMessageBox(window, asked)).response === 1
    },
    close: async () => {
      stopAnswering()
      await dispatcher.close().catch((error: unknown) => {
        dialog.showErrorBox('Délibéré', recordIncident(services.userDataDir, 'close', error))
      })
    },
  })
}

/** The file named on the command line or, on macOS, by an event that may come before the application is ready. */
function fileAskedForAtStart(): () => string | null {
  let asked = delibereFileIn(process.argv.slice(1), process.cwd())
  app.once('open-file', (event, path) => {
    event.preventDefault()
    asked = path
  })
  return () => asked
}

/** A second launch, or a double click on macOS, brings the window forward and passes its file on. */
function openFilesAskedFor(window: BrowserWindow, tell: (event: ShellEvent) => void): void {
  const open = (path: string | null) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    if (path !== null) tell({ kind: 'open-requested', path })
  }
  app.on('second-instance', (_event, args, workingDir) => open(delibereFileIn(args.slice(1), workingDir)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
}
