import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron'
import { freePath } from '../freePath.ts'
import type { FileKind, HostServices } from '../hostServices.ts'
import { safeName } from '../safeName.ts'
import { keyStoreOfSystem } from './keyStoreOfSystem.ts'

/** Electron's side of what a host lends: native dialogs, key store, desktop. */
export function electronServices(
  resourcesDir: string,
  fileToOpen: string | null,
  windows: {
    readonly main: () => BrowserWindow | null
    readonly openProjection: HostServices['openProjection']
  },
): HostServices {
  return {
    kind: 'electron',
    userDataDir: app.getPath('userData'),
    resourcesDir,
    fileToOpen,
    keyStore: keyStoreOfSystem(process.platform),
    async chooseFileToOpen(kind) {
      const options = { title: titles[kind], filters: filters[kind], properties: ['openFile' as const] }
      const window = windows.main()
      const choice = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return choice.canceled ? null : (choice.filePaths[0] ?? null)
    },
    async chooseFileToSave(suggestedName) {
      const options = { title: 'Enregistrer sous', defaultPath: suggestedName }
      const window = windows.main()
      const choice = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      return choice.canceled || choice.filePath === '' ? null : choice.filePath
    },
    async chooseNewFolder(suggestedName) {
      const options = {
        title: 'Choisir où créer le dossier',
        buttonLabel: 'Créer ici',
        properties: ['openDirectory' as const, 'createDirectory' as const],
      }
      const window = windows.main()
      const choice = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      const [parent] = choice.filePaths
      return choice.canceled || parent === undefined ? null : freePath(join(parent, safeName(suggestedName)))
    },
    async openPath(path) {
      await shell.openPath(path)
    },
    async showInFolder(path) {
      shell.showItemInFolder(path)
    },
    openProjection: windows.openProjection,
  }
}

const titles: Readonly<Record<FileKind, string>> = {
  delibere: 'Ouvrir un fichier Délibéré',
  import: 'Choisir le fichier à importer',
  document: 'Choisir un document',
  word: 'Choisir un modèle Word',
  bundle: 'Choisir un envoi sur clé',
}

const everyFile: FileFilter = { name: 'Tous les fichiers', extensions: ['*'] }

const filters: Readonly<Record<FileKind, FileFilter[]>> = {
  delibere: [{ name: 'Fichiers Délibéré', extensions: ['delibere'] }, everyFile],
  import: [{ name: 'Fiches et tableaux', extensions: ['txt', 'md', 'csv', 'tsv'] }, everyFile],
  document: [{ name: 'Documents', extensions: ['pdf', 'docx', 'csv'] }, everyFile],
  word: [{ name: 'Modèles Word', extensions: ['docx'] }, everyFile],
  bundle: [{ name: 'Envois sur clé', extensions: ['delibere-cle'] }, everyFile],
}
