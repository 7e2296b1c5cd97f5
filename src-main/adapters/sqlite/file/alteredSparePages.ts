import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { pageBytes, sparePages } from './reservedPages.ts'

/**
 * Numbers of the reserved pages around the key area whose authentication code is false. SQLite never reads them, so
 * that nothing else would say what was hidden or lost there. The code is SQLCipher 4's: HMAC-SHA-512 of the page and
 * its number, under a key drawn from the data key and the salt of the file. Only with the database closed.
 */
export function alteredSparePages(path: string, dataKey: Uint8Array): readonly number[] {
  const descriptor = openSync(path, 'r')
  try {
    const salt = Buffer.alloc(saltBytes)
    readSync(descriptor, salt, 0, saltBytes, 0)
    const key = pbkdf2Sync(
      dataKey,
      salt.map((byte) => byte ^ 0x3a),
      2,
      32,
      'sha512',
    )
    return sparePages.filter((number) => {
      const page = Buffer.alloc(pageBytes)
      readSync(descriptor, page, 0, pageBytes, (number - 1) * pageBytes)
      const numbered = Buffer.alloc(4)
      numbered.writeUInt32LE(number)
      const code = createHmac('sha512', key).update(page.subarray(0, -codeBytes)).update(numbered).digest()
      return !code.equals(page.subarray(-codeBytes))
    })
  } finally {
    closeSync(descriptor)
  }
}

const saltBytes = 16
const codeBytes = 64
