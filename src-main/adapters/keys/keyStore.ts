/**
 * Quick unlock, where the host offers it: the data key sealed by the key store of the operating system, kept outside
 * the file, one entry per file id. Electron gives `safeStorage`; the command line and the browser host give none.
 */
export interface KeyStore {
  /** False where the system has no real protection to offer (Linux `basic_text`): then nothing is ever stored. */
  isAvailable(): Promise<boolean>
  read(fileId: string): Promise<Uint8Array | undefined>
  write(fileId: string, dataKey: Uint8Array): Promise<void>
  forget(fileId: string): Promise<void>
}

/** The store of a host without one. */
export const noKeyStore: KeyStore = {
  isAvailable: async () => false,
  read: async () => undefined,
  write: async () => {},
  forget: async () => {},
}
