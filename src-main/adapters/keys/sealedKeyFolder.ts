import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyStore } from './keyStore.ts'

/** What a host must give: seal and unseal by the operating system. Either may throw; the entry is then as if absent. */
export interface Sealer {
  isAvailable(): Promise<boolean>
  seal(plain: Uint8Array): Promise<Uint8Array>
  unseal(sealed: Uint8Array): Promise<Uint8Array>
}

/** A {@link KeyStore} of sealed files in the user data folder, `keys/<file id>`. */
export function sealedKeyFolder(userDataFolder: string, sealer: Sealer): KeyStore {
  const folder = join(userDataFolder, 'keys')
  const pathOf = (fileId: string) => join(folder, fileId.replaceAll(/[^0-9a-f-]/g, ''))
  return {
    isAvailable: () => sealer.isAvailable().catch(() => false),
    read: async (fileId) => {
      try {
        return await sealer.unseal(await readFile(pathOf(fileId)))
      } catch {
        return undefined
      }
    },
    write: async (fileId, dataKey) => {
      const sealed = await sealer.seal(dataKey)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(pathOf(fileId), sealed, { mode: 0o600 })
    },
    forget: (fileId) => rm(pathOf(fileId), { force: true }),
  }
}
