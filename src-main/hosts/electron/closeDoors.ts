import { app, session } from 'electron'
import { isAppUrl } from './appOrigin.ts'

/**
 * Shuts what a web page may do by default: no permission but to put on the clipboard what a person copies, no
 * navigation out of our pages, no other window, no embedded view. Holds for every content created from then on.
 */
export function closeDoors(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isHarmless(permission)),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => isHarmless(permission))
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
  })
}

/** Copying a table or a field of a template: text goes out on the press of a button, nothing is read. */
const isHarmless = (permission: string): boolean => permission === 'clipboard-sanitized-write'
