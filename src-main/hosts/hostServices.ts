/**
 * What a host (Electron window, browser page, terminal) lends to the composition. Everything that
 * only a host can do stands here, so that the use cases never know which one they run under.
 */
export interface HostServices {
  readonly kind: 'electron' | 'browser' | 'cli'
  /** Folder for what belongs to this person on this computer: recent files, preferences, incidents. */
  readonly userDataDir: string
  /** Folder laid out by the build: `fonts/*.ttf`, `territories.json`. Read only, possibly in an archive. */
  readonly resourcesDir: string
  /** The `.delibere` file the application was asked to open when it started. Absolute path. */
  readonly fileToOpen: string | null
  readonly keyStore: KeyStore | null
  /** Absolute path of a readable file, or null when the person gave up. */
  chooseFileToOpen(kind: FileKind): Promise<string | null>
  /** Absolute path where a file may be written, or null when the person gave up. */
  chooseFileToSave(suggestedName: string): Promise<string | null>
  /** Absolute path of a folder that does not exist yet, where a whole batch may be written; null: the person gave up. */
  chooseNewFolder(suggestedName: string): Promise<string | null>
  /** Opens a document with the application the person uses for it. */
  openPath(path: string): Promise<void>
  showInFolder(path: string): Promise<void>
  /**
   * Opens the page of the wall (`#/projection/<sessionId>`), or brings it forward. In a browser the page that asked opens
   * that address in a tab of its own, which the same cookie lets in: there, and in a terminal, the host has nothing to do.
   */
  openProjection(sessionId: string): void
}

export type FileKind = 'delibere' | 'import' | 'document' | 'word' | 'bundle'

/** The operating system's own key store. `available` is false when it would store in clear. */
export interface KeyStore {
  readonly available: boolean
  seal(text: string): Uint8Array
  unseal(bytes: Uint8Array): string
}
