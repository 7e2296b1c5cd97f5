import type { WebPreferences } from 'electron'

/** What every page of the application is shut in. */
export const lockedPage = (preloadPath: string): WebPreferences => ({
  preload: preloadPath,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  // Names of people and of communes would be sent to a remote dictionary service.
  spellcheck: false,
})
