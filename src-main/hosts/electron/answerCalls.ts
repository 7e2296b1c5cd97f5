import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { HostedApplication } from '../hostedApplication.ts'
import { recordIncident } from '../recordIncident.ts'
import { isAppUrl } from './appOrigin.ts'
import { type CallAnswer, callChannel, eventChannel } from './channels.ts'
import type { ProjectionScreen } from './projectionScreen.ts'

/**
 * Joins the windows and the dispatcher. A message is heard only from the top frame of our own window
 * showing one of our own pages; the others are refused without a word about the inside. The wall asks
 * for what it shows and for nothing else: whoever stands at its keyboard changes nothing.
 * @returns how to stop
 */
export function answerCalls(
  window: BrowserWindow,
  projection: Pick<ProjectionScreen, 'contents'>,
  dispatcher: HostedApplication,
  userDataDir: string,
): () => void {
  ipcMain.handle(callChannel, async (event, procedure: unknown, input: unknown): Promise<CallAnswer> => {
    const isMain = !window.isDestroyed() && isOwnPage(event, window.webContents)
    if (!isMain && !isOwnPage(event, projection.contents())) throw new Error('Expéditeur refusé.')
    if (typeof procedure !== 'string') throw new Error('Message refusé.')
    if (!isMain && !askedByTheWall.has(procedure)) throw new Error('Message refusé.')
    try {
      return { value: await dispatcher.ask(procedure, input) }
    } catch (error) {
      return { incident: recordIncident(userDataDir, 'call', error) }
    }
  })
  const unsubscribe = dispatcher.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
    projection.contents()?.send(eventChannel, event)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(callChannel)
  }
}

const askedByTheWall: ReadonlySet<string> = new Set(['app.state', 'projection.get'])

function isOwnPage(event: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame
  return (
    contents !== null &&
    event.sender === contents &&
    frame !== null &&
    frame.parent === null &&
    isAppUrl(frame.url)
  )
}
