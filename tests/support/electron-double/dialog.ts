import { record } from './recorder.ts'

function unanswered(name: string) {
  return async (): Promise<never> => {
    throw new Error(`electron double: dialog.${name} was called but the test gave no answer`)
  }
}

/** A test replaces the functions it expects to be called, as with the real module. */
export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content)
  },
}
