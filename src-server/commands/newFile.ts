import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Stopped } from './stopped.ts'

/**
 * Where a command is to write a file that is not there yet, as a whole path.
 * @throws Stopped with what is wrong with it: it is there, its folder is not, or this account may not write there.
 */
export function newFile(target: string): string {
  const path = resolve(target)
  const folder = dirname(path)
  if (existsSync(path))
    throw new Stopped('Ce fichier existe déjà. Il n’a pas été touché. Donnez un autre nom.')
  if (!isFolder(folder))
    throw new Stopped(
      `Il n’y a pas de dossier ${folder}. Rien n’a été écrit. Créez-le, ou donnez un autre chemin.`,
    )
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Stopped(
      `Ce compte n’a pas le droit d’écrire dans ${folder}. Rien n’a été écrit. Donnez un autre dossier, ou ce droit.`,
    )
  }
  return path
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
