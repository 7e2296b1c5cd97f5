import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeCentreInvitation } from '#main/adapters/network/joining/centreInvitation.ts'
import { inviteAdministrator } from '../accounts/firstStart.ts'
import { makeAuthorityKey, readAuthorityKey } from '../authority/authorityKey.ts'
import { raiseRestores } from '../authority/authorityRow.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { backUp } from '../store/sqlite/backUp.ts'
import { restore } from '../store/sqlite/restore.ts'
import { newFile } from './newFile.ts'
import { openFront } from './openFront.ts'
import { hold, openServing } from './openServing.ts'
import { Stopped } from './stopped.ts'

/** `backup FILE`: SQLite only, while the server runs or not. */
export async function backupCommand({ store }: Configuration, target: string): Promise<void> {
  if (store.kind !== 'sqlite')
    throw new Stopped('Une base PostgreSQL se sauvegarde avec pg_dump : voyez le guide. Rien n’a été écrit.')
  if (!existsSync(store.path))
    throw new Stopped(
      'Il n’y a pas de base dans ce dossier de données. Rien n’a été écrit. Vérifiez DELIBERE_SERVER_DATA.',
    )
  const path = newFile(target)
  if (!backUp(store, path))
    throw new Stopped('Ce fichier existe déjà. Il n’a pas été touché. Donnez un autre nom.')
  console.log(`Sauvegarde écrite : ${path}`)
  console.log('Gardez à part le fichier de clé de l’autorité, et celui de la base si elle est chiffrée.')
}

/** `restore FILE`: SQLite only, the server stopped. */
export async function restoreCommand(configuration: Configuration, backup: string): Promise<void> {
  const { store, dataFolder, authorityKey } = configuration
  if (store.kind !== 'sqlite')
    throw new Stopped(
      'Une base PostgreSQL se restaure avec pg_restore, puis la commande « declare-restore » : voyez le guide. Rien n’a été modifié.',
    )
  if (!existsSync(backup))
    throw new Stopped('Ce fichier de sauvegarde est introuvable. Rien n’a été modifié.')
  if (!existsSync(authorityKey.path))
    throw new Stopped(
      'La clé de l’autorité manque dans le dossier de données : remettez d’abord authority.pem. Rien n’a été modifié.',
    )
  const letGo = hold(dataFolder)
  try {
    const restored = restore(store, resolve(backup), readAuthorityKey(authorityKey.path).publicKey)
    if (restored.kind === 'unreadable')
      throw new Stopped(
        'Cette sauvegarde est abîmée, ou sous une autre clé. Rien n’a été modifié. Essayez-en une autre.',
      )
    if (restored.kind === 'foreign')
      throw new Stopped(
        'Cette sauvegarde vient d’un autre serveur : sa clé d’autorité n’est pas celle d’ici. Rien n’a été modifié.',
      )
    console.log(`Base restaurée. Restaurations de cette base à ce jour : ${restored.restores}.`)
    if (restored.replaced !== null) console.log(`L’ancienne base est gardée à côté : ${restored.replaced}`)
    console.log('À leur prochain contact, les postes proposeront de nouveau ce qu’ils ont écrit depuis.')
  } finally {
    letGo()
  }
}

/** `declare-restore`: after pg_restore, every server stopped. */
export async function declareRestoreCommand(configuration: Configuration): Promise<void> {
  if (configuration.store.kind === 'sqlite')
    throw new Stopped('Avec SQLite, la commande « restore » le dit elle-même. Rien n’a été modifié.')
  await withServing(configuration, async ({ accounts }) => {
    const restores = await accounts.database.transact(async (writer) => {
      await writer.run('DELETE FROM login_sessions')
      return raiseRestores(writer)
    })
    console.log(`C’est noté. Restaurations de cette base à ce jour : ${restores}.`)
  })
}

/** `invite-administrator [ORGANISATION]`: a new code when the first was lost. */
export async function inviteAdministratorCommand(
  configuration: Configuration,
  wanted: string | undefined,
): Promise<void> {
  await withServing(configuration, async ({ accounts }) => {
    const rows = await accounts.database.all<{ readonly organisation: string }>(
      'SELECT organisation FROM organisations ORDER BY made_at',
    )
    const found = wanted === undefined ? rows[0] : rows.find(({ organisation }) => organisation === wanted)
    if (found === undefined || (wanted === undefined && rows.length > 1))
      throw new Stopped(
        rows.length > 1 && wanted === undefined
          ? `Ce serveur tient plusieurs organisations : dites laquelle. ${rows.map(({ organisation }) => organisation).join(', ')}`
          : 'Cette organisation n’existe pas sur ce serveur. Rien n’a été modifié.',
      )
    const first = await inviteAdministrator(accounts, found.organisation)
    const front = await openFront(configuration)
    const origin = front.origin(configuration.listen.port)
    // The code alone opens nothing where the server has a certificate of its own: the invitation says its key.
    console.log(
      [
        `Organisation : ${first.organisation}`,
        `Code d’administrateur, pour une fois : ${first.code}`,
        `Invitation à coller dans l’application : ${writeCentreInvitation({ origin, ...first, pin: front.pin })}`,
      ].join('\n'),
    )
  })
}

/** `make-key FILE`: the key of an authority, before its first start on PostgreSQL. */
export async function makeKeyCommand(target: string): Promise<void> {
  const path = newFile(target)
  makeAuthorityKey(path)
  console.log(`Clé écrite : ${path}\nGardez-en une copie à part : sans elle, les certificats ne valent plus.`)
}

async function withServing(
  configuration: Configuration,
  work: (serving: Awaited<ReturnType<typeof openServing>>) => Promise<void>,
): Promise<void> {
  const serving = await openServing(configuration, () => {})
  try {
    await work(serving)
  } finally {
    await serving.close()
  }
}
