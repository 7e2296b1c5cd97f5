import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { HostServices } from '#main/hosts/hostServices.ts'
import { userPlaces } from '#main/hosts/userPlaces.ts'
import type { Terminal } from './terminal.ts'

/** A terminal lends little: paths come as arguments, and nothing is shown in windows. */
export function cliHost(terminal: Terminal): HostServices {
  return {
    kind: 'cli',
    userDataDir: userPlaces(terminal.environment, process.platform).userDataDir,
    resourcesDir: resourcesDir(),
    fileToOpen: null,
    // Quick unlock would let a script open the file without its passphrase: not from a terminal.
    keyStore: null,
    chooseFileToOpen: async () => null,
    chooseFileToSave: async () => null,
    chooseNewFolder: async () => null,
    openPath: async () => {},
    showInFolder: async () => {},
    openProjection: () => {},
  }
}

/** `out/resources`, whether this file runs from its source or from the build. */
function resourcesDir(): string {
  const repository = join(import.meta.dirname, '..', '..')
  const beside = join(import.meta.dirname, '..', 'resources')
  return existsSync(join(beside, 'fonts')) ? beside : join(repository, 'out', 'resources')
}
