import { contextBridge, ipcRenderer } from 'electron'
import { type CallAnswer, callChannel, eventChannel } from './channels.ts'

// The whole of what the page can reach. contextBridge copies and freezes it.
contextBridge.exposeInMainWorld('delibereBridge', {
  kind: 'electron',
  async call(procedure: string, input: unknown): Promise<unknown> {
    const answer: CallAnswer = await ipcRenderer.invoke(callChannel, procedure, input)
    if ('incident' in answer) throw new Error(answer.incident)
    return answer.value
  },
  subscribe(listener: (event: unknown) => void): () => void {
    const hear = (_event: unknown, event: unknown) => listener(event)
    ipcRenderer.on(eventChannel, hear)
    return () => {
      ipcRenderer.off(eventChannel, hear)
    }
  },
})
