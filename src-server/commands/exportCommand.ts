import { resolve } from 'node:path'
import { writeAuditFile } from '#main/adapters/bundles/writeAuditFile.ts'
import { auditLines } from '#shared/operations/audit/auditLines.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { auditSource } from '../authority/auditSource.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { openServing } from './openServing.ts'
import { Stopped } from './stopped.ts'

/**
 * `export FILE`: the log of the one organisation of this server, for whoever controls it (`delibere audit`). With SQLite the
 * server is stopped; with PostgreSQL it need not be.
 */
export async function exportCommand(configuration: Configuration, target: string): Promise<void> {
  const serving = await openServing(configuration, () => {})
  try {
    const { database, authority, clock, crypto } = serving.accounts
    const organisations = await database.all<{ readonly organisation: string }>(
      'SELECT organisation FROM organisations ORDER BY made_at',
    )
    const [first, ...others] = organisations
    if (first === undefined || others.length > 0)
      throw new Stopped('Ce serveur ne tient pas une seule organisation. Rien n’a été écrit.')
    const place = placeOf(first.organisation)
    const path = resolve(target)
    const written = await database.readTogether(async (reader) => {
      const source = auditSource(reader, place)
      const head = await source.row('log', 'log')
      if (head === null)
        throw new Stopped('Aucun fichier n’est encore partagé sur ce serveur. Rien n’a été écrit.')
      const at = clock.nowMs()
      const checkpoints = [signCheckpoint(head, at, authority)]
      const subject = {
        log: place.log,
        of: 'authority',
        authorityKey: authority.publicKey,
        checkpoints,
        rooms: [],
        at,
      } as const
      return writeAuditFile(path, auditLines(source, subject, crypto))
    })
    if (!written.ok)
      throw new Stopped(
        written.refusal.code === 'file.exists'
          ? 'Ce fichier existe déjà. Il n’a pas été touché. Donnez un autre nom.'
          : 'Le fichier n’a pas pu être écrit : vérifiez le dossier, ses droits et la place sur le disque. Rien n’a été gardé.',
      )
    const key = Buffer.from(serving.accounts.crypto.sha256(authority.publicKey)).toString('base64url')
    console.log(
      `Journal écrit : ${path}\nIl n’est pas chiffré et contient les notes et les débats : gardez-le comme le fichier du comité.`,
    )
    console.log(
      `Empreinte de la clé de l’autorité : ${key}\nRemettez-la par une autre voie à qui contrôle : delibere audit FICHIER --key EMPREINTE`,
    )
  } finally {
    await serving.close()
  }
}
