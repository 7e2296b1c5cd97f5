import { record } from './recorder.ts'

export const shell = {
  async openPath(path: string): Promise<string> {
    record('shell.openPath', path)
    return ''
  },
  async openExternal(address: string): Promise<void> {
    record('shell.openExternal', address)
  },
  showItemInFolder(path: string): void {
    record('shell.showItemInFolder', path)
  },
}
