import { join } from 'node:path'
import type { HostServices } from '#main/hosts/hostServices.ts'
import { rootDir } from './rootDir.ts'

/** What a laptop lends the application in a test: a folder for its settings, and no window. */
export const windowlessServices = (userDataDir: string): HostServices => ({
  kind: 'cli',
  userDataDir,
  resourcesDir: join(rootDir, 'out', 'resources'),
  fileToOpen: null,
  keyStore: null,
  chooseFileToOpen: async () => null,
  chooseFileToSave: async () => null,
  chooseNewFolder: async () => null,
  openPath: async () => {},
  showInFolder: async () => {},
  openProjection: () => {},
})
