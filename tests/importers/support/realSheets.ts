import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The export of 49 real sheets is shared beside the repository, not in it: null where that folder is absent. */
export function realSheetsText(): string | null {
  const path = fileURLToPath(new URL('../../../../shared/data/fiches-itn7.txt', import.meta.url))
  if (existsSync(path)) return readFileSync(path, 'utf8')
  console.warn('Real sheets not read: ../shared/data/fiches-itn7.txt is absent beside the repository.')
  return null
}
