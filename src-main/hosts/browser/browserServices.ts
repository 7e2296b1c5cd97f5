import type { HostServices } from '../hostServices.ts'
import type { ExchangeFolder } from './exchangeFolder.ts'
import type { FileChoices } from './fileChoices.ts'

/** What a page of a browser can lend: files come in as uploads and leave as downloads. */
export function browserServices(
  places: Pick<HostServices, 'userDataDir' | 'resourcesDir' | 'fileToOpen'>,
  exchange: ExchangeFolder,
  choices: FileChoices,
): HostServices {
  return {
    kind: 'browser',
    userDataDir: places.userDataDir,
    resourcesDir: places.resourcesDir,
    fileToOpen: places.fileToOpen,
    // A web page has no access to the key store of the system: the passphrase, each time.
    keyStore: null,
    chooseFileToOpen: (kind) => choices.ask(kind),
    chooseFileToSave: async (suggestedName) => exchange.reserve(suggestedName),
    chooseNewFolder: (suggestedName) => choices.askFolder(suggestedName),
    openPath: async (path) => choices.offerDownload(path),
    showInFolder: async (path) => choices.offerDownload(path),
    // Only the page may open a tab: a host that tried would be taken for a pop-up.
    openProjection: () => {},
  }
}
