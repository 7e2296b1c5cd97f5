import { mkdirSync } from 'node:fs'
import type { AccountContext } from '../accounts/accountContext.ts'
import { makeAuthorityKey, NotAnAuthorityKey, readAuthorityKey } from '../authority/authorityKey.ts'
import { claimAuthority } from '../authority/authorityRow.ts'
import { nodeCrypto } from '../authority/nodeCrypto.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { NewerSchema, openStore } from '../store/openStore.ts'
import type { SqlDatabase } from '../store/sqlDatabase.ts'
import { holdFolder } from '../store/sqlite/holdFolder.ts'
import { Stopped } from './stopped.ts'

export interface Serving {
  readonly accounts: AccountContext
  close(): Promise<void>
}

/**
 * Opens the database with the key of its authority, for this process alone when it is SQLite.
 * @throws Stopped with the sentence of what stands in the way.
 */
export async function openServing(
  configuration: Configuration,
  onFailure: (error: unknown) => void,
): Promise<Serving> {
  const { store, authorityKey } = configuration
  const letGo = store.kind === 'sqlite' ? hold(configuration.dataFolder) : () => {}
  let database: SqlDatabase | null = null
  try {
    if (authorityKey.mayBeMade) makeAuthorityKey(authorityKey.path)
    const authority = readAuthorityKey(authorityKey.path)
    database = await openStore(store, Date.now(), onFailure)
    const isOurs = await database.transact((writer) =>
      claimAuthority(writer, authority.publicKey, Date.now()),
    )
    if (!isOurs) throw new Stopped(notItsKey)
    const opened = database
    return {
      accounts: { database: opened, clock: { nowMs: () => Date.now() }, crypto: nodeCrypto, authority },
      async close() {
        await opened.close()
        letGo()
      },
    }
  } catch (error) {
    await database?.close()
    letGo()
    throw inWords(error)
  }
}

/** The folder of a SQLite server, taken for this process. */
export function hold(folder: string): () => void {
  let letGo: (() => void) | null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    letGo = holdFolder(folder)
  } catch (error) {
    throw notOurs(folder, error)
  }
  if (letGo === null)
    throw new Stopped(
      'Un serveur tourne déjà sur ce dossier de données. Rien n’a été modifié. Arrêtez-le d’abord, ou donnez un autre dossier dans DELIBERE_SERVER_DATA.',
    )
  return letGo
}

/** The system keeps us out of the folder: said as such. Anything else is unforeseen. */
function notOurs(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOSPC|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code)) return error
  return new Stopped(
    `Le dossier des données « ${folder} » ne peut pas être écrit par ce compte, ou n’est pas un dossier. Rien n’a été modifié. Vérifiez ses droits et la place libre, ou donnez un autre dossier dans DELIBERE_SERVER_DATA.`,
  )
}

const notItsKey =
  'Cette base appartient à une autre autorité : la clé donnée n’est pas la sienne. Rien n’a été modifié. Remettez le fichier de clé qui va avec cette base.'

function inWords(error: unknown): unknown {
  if (error instanceof NewerSchema)
    return new Stopped(
      'Cette base a été écrite par une version plus récente du serveur. Rien n’a été modifié. Installez cette version, ou une plus récente.',
    )
  if (error instanceof NotAnAuthorityKey)
    return new Stopped(
      'Le fichier de clé de l’autorité n’est pas une clé Ed25519 lisible. Rien n’a été modifié. Remettez celui qui va avec cette base.',
    )
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')
    return new Stopped(
      'La base SQLite ne s’ouvre pas avec cette clé, ou n’est pas une base. Rien n’a été modifié. Vérifiez DELIBERE_SERVER_DATABASE_KEY_FILE.',
    )
  if (error instanceof Error && 'code' in error && isConnectionFailure(String(error.code)))
    return new Stopped(
      'La base PostgreSQL ne répond pas, ou refuse la connexion. Rien n’a été modifié. Vérifiez DATABASE_URL et que la base est démarrée.',
    )
  return error
}

/** Of the network, or SQLSTATE classes 08 (connection), 28 (authorisation), 3D (no such database), 57P (starting). */
const isConnectionFailure = (code: string) =>
  /^(ECONN|ENOTFOUND|ENOENT|EHOSTUNREACH|ETIMEDOUT|08|28|3D|57P)/.test(code)
