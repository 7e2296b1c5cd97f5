import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { HostedApplication } from '../hostedApplication.ts'
import { recordIncident } from '../recordIncident.ts'
import { isAppUrl } from './appOrigin.ts'
import { type CallAnswer, callChannel, eventChannel } from './channels.ts'

/**
 * Joins the window and the dispatcher. A message is heard only from the top frame of our own window
 * showing one of our own pages; the others are refused without a word about the inside.
 * @returns how to stop
 */
export function answerCalls(
  window: BrowserWindow,
  dispatcher: HostedApplication,
  userDataDir: string,
): () => void {
  ipcMain.handle(callChannel, async (event, procedure: unknown, input: unknown): Promise<CallAnswer> => {
    if (!isOwnPage(event, window)) throw new Error('Expéditeur refusé.')
    if (typeof procedure !== 'string') throw new Error('Message refusé.')
    try {
      return { value: await dispatcher.ask(procedure, input) }
    } catch (error) {
      return { incident: recordIncident(userDataDir, 'call', error) }
    }
  })
  const unsubscribe = dispatcher.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(callChannel)
  }
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    isAppUrl(frame.url)
  )
}
