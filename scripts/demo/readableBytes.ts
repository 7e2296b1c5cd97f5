import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { pageBytes } from '#main/adapters/sqlite/file/reservedPages.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { RefusedStep } from './asking.ts'

/**
 * Every page of a closed file once it is deciphered, those that hold nothing any more included: where whoever has the
 * passphrase would search. Throws `RefusedStep` for what `unlock` refuses.
 */
export async function readableBytes(path: string, passphrase: string): Promise<Buffer> {
  const unlocked = await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore)
  if (!unlocked.ok) throw new RefusedStep('unlock', unlocked.refusal)
  const { dataKey } = unlocked.value
  const file = readFileSync(path)
  const pages: Buffer[] = []
  for (let at = 0; at < file.length; at += pageBytes) {
    const page = file.subarray(at, at + pageBytes)
    const decipher = createDecipheriv('aes-256-cbc', dataKey, page.subarray(-reservedBytes, -codeBytes))
    decipher.setAutoPadding(false)
    pages.push(decipher.update(page.subarray(at === 0 ? saltBytes : 0, -reservedBytes)), decipher.final())
  }
  return Buffer.concat(pages)
}

// SQLCipher 4: a page ends with its initialisation vector and its authentication code; the first begins with the salt.
const saltBytes = 16
const codeBytes = 64
const reservedBytes = 16 + codeBytes
