import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import type { CommitteeFile } from '#shared/usecases/ports.ts'
import { settings, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { passphrase, type SmallCommittee } from '../smallCommittee.ts'

/** The file of the application, which lets go of it for the time of `look`. */
export async function inFile<T>(
  { get, path }: SmallCommittee,
  look: (file: CommitteeFile) => T | Promise<T>,
): Promise<T> {
  const secret = { kind: 'passphrase' as const, text: passphrase }
  await get('file.close', {})
  const file = valueOf(await sqliteCommitteeFiles(settings()).open(path, secret))
  try {
    return await look(file)
  } finally {
    file.close()
    await get('file.open', { path, secret, remember: false })
  }
}
